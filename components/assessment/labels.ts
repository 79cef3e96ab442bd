import type { Assessment } from '@/domain/assessment';
import type { Stance, Strength } from '@/domain/issue';
import type { Item } from '@/domain/workbench';

/** What the kinds, knowledge, rules, sides and states of statements are called on every page. */
export const kindLabels: Record<Assessment['kind'], string> = {
  direct_quote: 'Direct quote',
  partial_quote: 'Partial quote',
  paraphrase: 'Paraphrase',
  group_paraphrase: 'Group paraphrase: one statement',
};

export const directnessLabels: Record<Assessment['directness'], string> = {
  first_hand: 'at first hand',
  reported: 'at second hand',
  speculative: 'as a supposition',
};

export const groundRuleLabels: Record<Assessment['groundRule'], string> = {
  on_the_record: 'On the record',
  background: 'Background',
  chatham_house: 'Chatham House rule',
  not_for_use: 'Not for use',
};

export const stanceLabels: Record<Stance, { sign: string; words: string }> = {
  agrees: { sign: '+', words: 'agrees' },
  disagrees: { sign: '−', words: 'disagrees' },
  mixed: { sign: '±', words: 'both ways' },
  none: { sign: '·', words: 'takes no side' },
};

export const strengthLabels: Record<Strength, string> = {
  firm: 'firmly',
  plain: 'plainly',
  tentative: 'tentatively',
};

export const stateLabels: Record<Item['state'], string> = {
  open: 'To check',
  accepted: 'Accepted',
  corrected: 'Corrected',
  rejected: 'Rejected',
  added: 'Added by hand',
};
