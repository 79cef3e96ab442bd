import type { Template } from '../template';
import { briefingNote, ministerialBrief } from './commonwealth';
import { onePageSummary, questionsAndAnswers } from './from-memos';
import { informationMemo } from './information-memo';
import { policyBrief } from './policy-brief';
import { meetingBrief, ministerialSubmission } from './united-kingdom';
import { actionMemo, readAhead } from './united-states';
import { briefingChecklist, sceneSetter, talkingPoints } from './visits';

/** The templates that come with the house, in the order they are offered. */
export const builtInTemplates: Template[] = [
  policyBrief,
  informationMemo,
  actionMemo,
  sceneSetter,
  briefingChecklist,
  talkingPoints,
  readAhead,
  ministerialSubmission,
  meetingBrief,
  briefingNote,
  ministerialBrief,
];

/** Those that are made of another memo alone. */
export const templatesFromMemos: Template[] = [onePageSummary, questionsAndAnswers];
