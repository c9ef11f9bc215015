// Opens each page in Chromium and runs axe on it. Usage: node axe.cjs FILE.html… with NODE_PATH set; exit code 1 on any violation.
const { chromium } = require("playwright-core");
const axe = require("axe-core");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"];
const PROGRAM = process.env.PATH.split(":").map((folder) => path.join(folder, "chromium")).find(require("node:fs").existsSync);

async function main(files) {
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  let violations = 0;
  for (const file of files) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path.resolve(file)).href);
    await page.evaluate(axe.source);
    const result = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), RULES);
    for (const violation of result.violations) {
      for (const node of violation.nodes) {
        violations += 1;
        console.log(`${file}: ${violation.id}: ${violation.help}: ${node.html}`);
      }
    }
    await page.close();
  }
  await browser.close();
  console.log(`${files.length} pages, ${violations} violations`);
  return violations === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => process.exit(code), (error) => {
  console.log(String(error));
  process.exit(1);
});
