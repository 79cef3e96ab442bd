import { attribute } from '@/domain/attribution/attribute';
import { median } from './median';
import { writeNews } from './news';

const articles = 200;
const warmups = 40;
const words = 900;
const short = 1_000;
const long = 100_000;
const rounds = 5;

/**
 * What it takes to read who said what: articles of about 900 words a second and the median
 * milliseconds for one, on one core; and how many times as long a word takes in a text of 100,000
 * words as in one of 1,000. All texts are generated, and no two sentences are the same.
 */
export type Figures = {
  articles_per_second: number;
  attribution_ms: number;
  attributions_per_article: number;
  long_text_ms: number;
  growth_ratio: number;
  n: number;
};

/** Reads generated articles. Uses no database and no network. */
export async function bench(): Promise<Figures> {
  const texts = Array.from({ length: articles + warmups }, (_, seed) => writeNews(seed, words));
  const times: number[] = [];
  let found = 0;
  for (const [index, text] of texts.entries()) {
    const { ms, count } = measure(text);
    if (index < warmups) continue;
    times.push(ms);
    found += count;
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  const growths = Array.from({ length: rounds }, (_, round) => compare(round));
  return {
    articles_per_second: Math.round((articles / total) * 1000),
    attribution_ms: median(times, 2),
    attributions_per_article: Math.round(found / articles),
    long_text_ms: median(
      growths.map(({ whole }) => whole),
      0,
    ),
    growth_ratio: median(
      growths.map(({ whole, parts }) => whole / parts),
      2,
    ),
    n: articles,
  };
}

function measure(text: string): { ms: number; count: number } {
  const start = performance.now();
  const { length: count } = attribute(text);
  return { ms: performance.now() - start, count };
}

/** One long text, and as many words in short texts right after it, when the machine is as busy. */
function compare(round: number): { whole: number; parts: number } {
  const seed = 10_000 * (round + 1);
  const shorts = Array.from({ length: long / short }, (_, index) =>
    writeNews(seed + index + 1, short),
  );
  const whole = measure(writeNews(seed, long)).ms;
  const parts = shorts.reduce((sum, text) => sum + measure(text).ms, 0);
  return { whole, parts };
}
