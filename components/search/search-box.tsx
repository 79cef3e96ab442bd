'use client';

import { Search as Glass } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

const boxId = 'search-box';

/** The field one searches by; there is one of it on each page of the desk. */
export function SearchBox({ value = '', large = false }: { value?: string; large?: boolean }) {
  return (
    <div className="relative min-w-0 flex-1">
      <Glass
        aria-hidden
        className={`pointer-events-none absolute top-1/2 -translate-y-1/2 text-quiet ${large ? 'left-4 size-5' : 'left-3 size-4'}`}
      />
      <input
        id={boxId}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={2000}
        autoComplete="off"
        aria-label="Words to search for"
        aria-keyshortcuts="/"
        placeholder={large ? 'Words, a name, or “an exact phrase”' : 'Search'}
        className={`w-full rounded-md border border-rule bg-sheet placeholder:text-quiet placeholder:opacity-100 ${large ? 'min-h-12 py-2 pr-3 pl-12 text-lg' : 'min-h-10 py-1.5 pr-3 pl-9 text-base'}`}
      />
    </div>
  );
}

/** The desk's search: a small field in its head, but on the search page, which has its own. */
export function DeskSearch() {
  const here = usePathname() === '/search';
  useSearchKey();
  if (here) return null;
  return (
    <search className="my-2 flex w-full min-w-0 sm:w-auto sm:min-w-28 sm:max-w-52 sm:flex-1">
      <form action="/search" className="flex w-full">
        <SearchBox />
      </form>
    </search>
  );
}

/** "/" goes to the field, unless somebody is writing or has turned single keys off (WCAG 2.1.4). */
function useSearchKey() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isWriting(event.target)) return;
      if (window.localStorage.getItem('scenesetter.single-keys') === 'off') return;
      const box = document.getElementById(boxId);
      if (!(box instanceof HTMLInputElement) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      box.focus();
      box.select();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
