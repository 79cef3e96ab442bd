'use client';

import { useEffect } from 'react';
import type { Lit } from '@/domain/comment/comment';
import { litRanges } from './lit-ranges';
import './comment.css';

/**
 * Lights the words on the reading page that comments are on, by the CSS Custom Highlight API: the
 * page's own elements stay as they are. A browser without it shows the page without the light.
 */
export function LitWords({ lit }: { lit: readonly Lit[] }) {
  useEffect(() => {
    if (typeof Highlight === 'undefined') return;
    const ranges = (isMust: boolean) =>
      lit.filter((each) => each.isMust === isMust).flatMap(litRanges);
    CSS.highlights.set('commented', new Highlight(...ranges(false)));
    CSS.highlights.set('commented-must', new Highlight(...ranges(true)));
    return () => {
      CSS.highlights.delete('commented');
      CSS.highlights.delete('commented-must');
    };
  }, [lit]);
  return null;
}
