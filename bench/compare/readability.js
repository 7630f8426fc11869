// Times @mozilla/readability with linkedom over the pages of a folder, in memory, on one thread.
//
//   npm install && node readability.js FOLDER [ROUNDS]
//
// FOLDER holds *.html or *.html.gz, as TALLYWIRE_BENCH_PAGES does; each page is read as UTF-8. Prints pages per second
// of processor time, for runs share the machine with others.
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { parseHTML } = require('linkedom');
const { Readability } = require('@mozilla/readability');

const [folder, rounds = '1'] = process.argv.slice(2);
const pages = fs.readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.html') || name.endsWith('.html.gz'))
  .sort()
  .map((name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    return (name.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
  });

function extract(page) {
  const { document } = parseHTML(page);
  const article = new Readability(document).parse();
  return article === null ? 0 : article.textContent.length;
}

for (const page of pages.slice(0, 20)) extract(page); // the compiler of the engine warms up
let failed = 0;
const start = process.cpuUsage();
for (let round = 0; round < Number(rounds); ++round) {
  for (const page of pages) {
    try {
      extract(page);
    } catch {
      ++failed;
    }
  }
}
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
const count = pages.length * Number(rounds);
console.log(`${count} pages, ${failed} failed, ${((seconds / count) * 1000).toFixed(2)} ms a page, ` +
  `${(count / seconds).toFixed(1)} pages/s of processor time`);
