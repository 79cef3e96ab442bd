/** A question the experts speak to; stances agree or disagree with its proposition. */
export type Issue = { id: string; name: string; proposition: string };

/** Where a statement stands on an issue's proposition. `none`: it speaks to it without a side. */
export type Stance = 'agrees' | 'disagrees' | 'mixed' | 'none';
