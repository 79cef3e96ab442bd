import type { Redlined } from '@/domain/redline/redlined';
import { Blocks } from './blocks';
import { type Addresses, Pieces, stop } from './lines';

/** Two versions of a memo in one, in the memo's own look: what came, what went and what moved. */
export function RedlinePage({ redlined, addresses }: { redlined: Redlined; addresses: Addresses }) {
  return (
    <article className="memo redline" lang={redlined.language}>
      <header>
        <p className="form">{redlined.form}</p>
        {/* The page has its own first heading, which says what is compared. */}
        <p className="title">
          <Pieces pieces={redlined.title} open />
        </p>
        <div className="fields">
          {redlined.fields.map((field) => {
            const open = field.change === 'kept';
            return (
              <div key={field.name} className="field" {...stop(!open)}>
                <span className="label">
                  <Pieces pieces={field.label} open={open} />
                </span>
                <span className="value">
                  <Pieces pieces={field.value} open={open} />
                </span>
              </div>
            );
          })}
        </div>
      </header>
      {redlined.sections.map((section) => {
        const open = section.change === 'kept';
        const id = `h-${section.id}`;
        return (
          <section key={`${section.id} ${section.change}`} aria-labelledby={id} {...stop(!open)}>
            <h2 id={id}>
              <Pieces pieces={section.heading} open={open} />
            </h2>
            <Blocks blocks={section.blocks} open={open} addresses={addresses} />
          </section>
        );
      })}
    </article>
  );
}
