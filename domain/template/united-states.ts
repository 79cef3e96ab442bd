import { type TemplateDefinition, templateSchema } from '../template';

/**
 * The action memo as the State Department's Executive Secretariat publishes it: a BLUF of at most
 * four lines, recommendations with a decision date at least five business days away, and two pages
 * of background at most.
 */
export const actionMemo = templateSchema.parse({
  slug: 'action-memo',
  name: 'Action memo',
  purpose: 'To ask a principal for a decision by a day.',
  origin: 'After the style of the U.S. State Department’s Executive Secretariat',
  dates: 'month-first',
  decisionDays: 5,
  fields: [
    { name: 'date', label: 'Date', fill: 'date' },
    { name: 'to', label: 'Action memo for', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'subject', label: 'Subject', fill: 'subject' },
    { name: 'decision', label: 'Decision by', fill: 'decision' },
  ],
  sections: [
    {
      name: 'bluf',
      heading: 'BLUF',
      fill: 'place',
      prompts: ['the bottom line up front: what is asked, and why now, in at most four lines'],
      mostLines: 4,
    },
    {
      name: 'recommendations',
      heading: 'Recommendations',
      fill: 'place',
      prompts: ['That you … (one decision to a recommendation)'],
      lines: ['Approve / Disapprove by {decision}'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened', mostPages: 2 },
    { name: 'positions', heading: 'Where the experts stand', fill: 'experts' },
    {
      name: 'dissent',
      heading: 'Who opposes, and what they recommend instead',
      fill: 'place',
      prompts: ['the office that opposes, its reasons and its own recommendation, or “None”'],
    },
    {
      name: 'attachments',
      heading: 'Attachments',
      fill: 'place',
      prompts: ['each attachment, by its tab'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** The read-ahead of the U.S. Defense Department: what to know before one meeting. */
export const readAhead = templateSchema.parse({
  slug: 'read-ahead',
  name: 'Read-ahead',
  purpose: 'To have read before one meeting: purpose, objectives, who attends.',
  origin: 'After the style of the U.S. Defense Department',
  dates: 'month-first',
  fields: [
    { name: 'meeting', label: 'Meeting with', fill: 'empty' },
    { name: 'to', label: 'For', fill: 'to' },
    { name: 'when', label: 'Date, time and room', fill: 'empty' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Prepared', fill: 'date' },
  ],
  sections: [
    {
      name: 'purpose',
      heading: 'Purpose',
      fill: 'place',
      prompts: ['why the meeting takes place, in one to three sentences'],
    },
    {
      name: 'objectives',
      heading: 'Objectives',
      fill: 'place',
      prompts: ['what to come away with, in one to three points'],
      points: 3,
    },
    {
      name: 'attendees',
      heading: 'Attendees',
      fill: 'place',
      prompts: ['who is in the room, with role and how the name is pronounced'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened', mostPages: 2 },
    { name: 'experts', heading: 'What the experts say', fill: 'experts' },
    {
      name: 'talking-points',
      heading: 'Tab A: talking points',
      fill: 'place',
      prompts: ['what to say, a line to a point, on one page'],
      mostLinesEach: 1,
      mostPages: 1,
    },
    {
      name: 'coordination',
      heading: 'Coordination',
      fill: 'place',
      prompts: ['the offices that have seen this, and when'],
    },
    { name: 'sources', heading: 'Tab B: sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
