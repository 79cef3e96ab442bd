import { readArticle } from '@/domain/article';
import { AppError } from '@/domain/errors';
import { checkQuote, type QuoteCheck, type Source } from '@/domain/quote/check';
import { bringsText, type Inquiry } from '@/domain/quote/inquiry';
import { sourceOf } from '@/domain/quote/source';
import { spokenBy } from '@/domain/speaker';
import type { StoredArticle } from '@/server/operator';
import { StoreOnDemand } from './opened-store';

/** An article ready to be searched; one that came as a text has no speakers to check. */
type Shelved = { source: Source; stored: StoredArticle | null };

const most = 200;

/** The articles that were asked about lately, each made ready once. */
export class Shelf {
  private readonly articles = new Map<string, Shelved>();
  private readonly store = new StoreOnDemand();

  /** Checks one quote; the store is opened only for an article that is named, not given. */
  async check(inquiry: Inquiry): Promise<QuoteCheck> {
    const { source, stored } = await this.find(inquiry);
    const speaker = inquiry.speaker?.trim();
    if (!stored || !speaker) return checkQuote(inquiry.quote, source);
    const isSpeakers = spokenBy(speaker, stored.article, stored.assessments);
    return checkQuote(inquiry.quote, source, isSpeakers);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private async find(inquiry: Inquiry): Promise<Shelved> {
    const known = this.articles.get(inquiry.article);
    if (known) return known;
    const [oldest] = this.articles.keys();
    if (oldest !== undefined && this.articles.size >= most) this.articles.delete(oldest);
    const made = bringsText(inquiry)
      ? { source: prepareText(inquiry.article), stored: null }
      : await this.load(inquiry.article);
    this.articles.set(inquiry.article, made);
    return made;
  }

  private async load(slugOrId: string): Promise<Shelved> {
    await this.store.open();
    const { articleOfStore } = await import('@/server/operator');
    const stored = await articleOfStore(slugOrId);
    const { paragraphs } = stored.article;
    if (
      paragraphs.some(({ start, text }) => stored.text.slice(start, start + text.length) !== text)
    )
      throw new AppError('invalid', `The paragraphs of “${slugOrId}” are not those of its text.`);
    return { source: sourceOf(stored.text, paragraphs), stored };
  }
}

function prepareText(text: string): Source {
  return sourceOf(text, readArticle(text).paragraphs);
}
