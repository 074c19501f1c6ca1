import type { App } from '../../e2e/app-fixture.ts';
import type { Figure } from '../lifetime.ts';
import { figuresOf, forgetAnswers } from './figures.ts';
import { timeToShow } from './in-page.ts';

const RUNS = 7;

const inSideBar = (hash: string): { click: string } => ({ click: `nav a[href$="${hash}"]` });

/** What is opened, and by what it is known to be there. */
const pages = [
  { name: 'People', action: inSideBar('#/people'), shown: { selector: '[data-part=name]' } },
  { name: 'Today', action: inSideBar('#/today'), shown: { selector: 'main section li' } },
  { name: 'Events', action: inSideBar('#/events'), shown: { selector: 'main table a' } },
  { name: 'a person', action: { hash: '#/people/2' }, shown: { selector: 'main section' } },
  {
    name: 'duplicates',
    action: { hash: '#/duplicates' },
    shown: { selector: 'main [role=option]' },
  },
  {
    name: 'Introductions',
    action: inSideBar('#/introductions'),
    shown: { selector: 'main article' },
  },
  { name: 'Outcomes', action: inSideBar('#/outcomes'), shown: { selector: 'main li' } },
] as const;

/** From the click until the page is painted; each time after a change, with nothing remembered anywhere. */
export async function measurePages(app: App): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { action, name, shown } of pages) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await app.goTo('Settings');
      await forgetAnswers(app, run);
      times.push(await timeToShow(app.window, action, shown));
    }
    figures.push(...figuresOf(`opening ${name}`, times));
  }
  return figures;
}
