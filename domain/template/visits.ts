import { type TemplateDefinition, templateSchema } from '../template';

/** The scene-setter: what a visitor walks into, theme by theme, two to four pages. */
export const sceneSetter = templateSchema.parse({
  slug: 'scene-setter',
  name: 'Scene-setter',
  purpose: 'For a visitor: the scene, theme by theme, with what to expect and what to say.',
  origin: 'House style; the layout was known at second hand only',
  numbered: true,
  pages: 4,
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
    { name: 'subject', label: 'Scene-setter for', fill: 'subject' },
  ],
  sections: [
    {
      name: 'summary',
      heading: 'Summary',
      fill: 'bottom-line',
      prompts: ['the visit in three sentences: why it matters, what is in play, what to watch'],
    },
    {
      name: 'visit',
      heading: 'What the visit can do',
      fill: 'place',
      prompts: ['what your presence can move, and what it cannot'],
    },
    { name: 'latest', heading: 'The latest', fill: 'what-happened' },
    {
      name: 'themes',
      heading: 'Themes',
      fill: 'experts',
      issuePrompts: ['what to expect from them on this', 'what to say on this'],
    },
    {
      name: 'sensitive',
      heading: 'Sensitive issues',
      fill: 'place',
      prompts: ['what not to raise, and what to answer when they do'],
    },
    {
      name: 'comment',
      heading: 'Comment',
      fill: 'place',
      prompts: ['what the post or desk makes of it'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** The briefing checklist: one page for one event, two at most. */
export const briefingChecklist = templateSchema.parse({
  slug: 'briefing-checklist',
  name: 'Briefing checklist',
  purpose: 'For one event, on one page: objectives, key points, what to watch out for.',
  origin: 'House style; the layout was known at second hand only',
  pages: 2,
  fields: [
    { name: 'event', label: 'Event', fill: 'subject' },
    { name: 'to', label: 'For', fill: 'to' },
    { name: 'when', label: 'Time and place', fill: 'empty' },
    { name: 'participants', label: 'Participants', fill: 'empty' },
    { name: 'press', label: 'Press', fill: 'given', words: 'No press' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Prepared', fill: 'date' },
  ],
  sections: [
    {
      name: 'objectives',
      heading: 'Your objectives',
      fill: 'place',
      prompts: ['what you want from this, in three points at most'],
      points: 3,
      draws: ['recommendations'],
    },
    {
      name: 'they-want',
      heading: 'What they want',
      fill: 'place',
      prompts: ['what they will ask of you'],
    },
    {
      name: 'key-points',
      heading: 'Key points',
      fill: 'bottom-line',
      draws: ['judgments', 'positions'],
    },
    {
      name: 'watch-out',
      heading: 'Watch out for',
      fill: 'place',
      prompts: ['the question or subject that could go wrong, and what to answer'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened', draws: ['reported'] },
    { name: 'experts', heading: 'What the experts say', fill: 'experts', draws: ['statements'] },
    {
      name: 'bios',
      heading: 'Who they are',
      fill: 'place',
      prompts: ['a line on each participant you meet'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** Talking points: one page, four points or fewer, six at most, a line each, no pleasantries. */
export const talkingPoints = templateSchema.parse({
  slug: 'talking-points',
  name: 'Talking points',
  purpose: 'To speak from: four points or fewer, a line each.',
  origin: 'House style, after common practice',
  pages: 1,
  fields: [
    { name: 'to', label: 'For', fill: 'to' },
    { name: 'occasion', label: 'Occasion', fill: 'subject' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'points',
      heading: 'Points',
      fill: 'place',
      prompts: [
        'first point, in one line, without pleasantries',
        'second point',
        'third point',
        'fourth point; six at most, and fewer are better',
      ],
      points: 6,
      mostLinesEach: 1,
      draws: ['recommendations', 'judgments'],
    },
    {
      name: 'positions',
      heading: 'Where the experts stand',
      fill: 'bottom-line',
      draws: ['positions'],
    },
    {
      name: 'if-asked',
      heading: 'If asked',
      fill: 'experts',
      issuePrompts: ['what to answer if asked about this'],
      draws: ['questions'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
