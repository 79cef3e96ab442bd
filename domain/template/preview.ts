/** What a template is tried with beside its evidence: the same each time, so that only it changes. */
export const previewOrder = {
  title: 'A memo of this template',
  to: 'The Under Secretary',
  from: 'The desk',
  date: '2012-12-17',
};
