/** The style of a memo's HTML file: the sheet in a browser's own typefaces, light, dark and on paper. */
export const htmlStyle = `:root { color-scheme: light dark; --ink: light-dark(#211e1a, #ece7de); --quiet: light-dark(#625c53, #a9a297); --rule: light-dark(#d9d4ca, #3b3732); --accent: light-dark(#7a2e1f, #eb9c86); }
html { background: light-dark(#fffefb, #1f1d1a); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; -webkit-text-size-adjust: 100%; }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; overflow-wrap: break-word; }
.marking { font: 700 0.9rem/1.4 system-ui, sans-serif; text-align: center; margin: 0 0 1.5rem; }
main + .marking { margin: 2.5rem 0 0; }
.form { font: 600 0.8rem/1.4 system-ui, sans-serif; letter-spacing: 0.12em; text-transform: uppercase; color: var(--accent); margin: 0 0 0.6rem; }
h1 { font-size: 1.9rem; line-height: 1.15; margin: 0 0 1.2rem; text-wrap: balance; }
h2 { font-size: 1.22rem; line-height: 1.3; margin: 2rem 0 0.5rem; break-after: avoid; }
h3 { font-size: 1.05rem; font-style: italic; margin: 1.3rem 0 0.35rem; break-after: avoid; }
p { margin: 0 0 0.7rem; orphans: 2; widows: 2; }
a { color: var(--accent); }
a:focus-visible, .table:focus-visible { outline: 2px solid; outline-offset: 2px; }
q { quotes: none; }
ul, ol { margin: 0 0 0.8rem; padding-left: 1.35rem; }
li p { margin-bottom: 0.4rem; }
blockquote { border-left: 2px solid var(--accent); padding-left: 1rem; margin: 0 0 0.9rem; }
sup { font: 0.68em/0 system-ui, sans-serif; }
sup a, .notes a { text-decoration: none; padding: 0.35em 0.15em; }
sup + sup::before { content: ", "; }
.number { color: var(--quiet); margin-right: 0.35em; }
.place { font-style: italic; color: var(--accent); border-left: 2px dotted; padding-left: 0.8rem; }
dl { margin: 0 0 1.2rem; border-top: 1px solid var(--rule); }
dl > div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; padding: 0.35rem 0; border-bottom: 1px solid var(--rule); }
dl.fields { padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
dl.fields > div { grid-template-columns: 4.5rem 1fr; padding: 0; border: 0; }
dt { font: 0.87rem/1.75 system-ui, sans-serif; color: var(--quiet); }
dd { margin: 0; }
.table { overflow-x: auto; margin: 0 0 1.2rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; line-height: 1.4; border-bottom: 1px solid var(--rule); }
th, td { min-width: 7rem; padding: 0.5rem 0.9rem 0.5rem 0; text-align: left; vertical-align: top; font-weight: inherit; border-top: 1px solid var(--rule); }
th p, td p { margin-bottom: 0.35rem; }
.notes { list-style: none; padding: 0; font-size: 0.93rem; }
.notes li { display: grid; grid-template-columns: 1.9rem 1fr; margin-bottom: 0.3rem; }
.notes li > * { min-width: 0; }
.footnotes { width: 100%; padding-top: 0.5rem; border-top: 1px solid var(--rule); font-size: 0.9rem; }
:target { background: light-dark(#fff1c2, #4a3d14); }
@media (max-width: 30rem) { dl.facts > div { grid-template-columns: 1fr; } }
@media print {
  @page { margin: 1in; }
  :root { color-scheme: light; --ink: #000; --accent: #000; }
  html { background: #fff; font-size: 11pt; line-height: 1.4; }
  body { max-width: none; padding: 0; }
  .table { overflow: visible; }
  th, td { min-width: 0; }
  dl > div, tr, .notes li { break-inside: avoid; }
}
`;
