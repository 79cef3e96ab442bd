import { Refusal } from '../place';

/** A sentence on what was asked or given wrongly; the command ends with it and exit code 2. */
export class BadInput extends Refusal {}
