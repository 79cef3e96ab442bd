'use client';

/** The last resort, without styles of its own: the page's policy blocks inline ones. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong on the server.</h1>
          <p>
            What you saved is safe. <a href="/">Go to the desk</a>
          </p>
        </main>
      </body>
    </html>
  );
}
