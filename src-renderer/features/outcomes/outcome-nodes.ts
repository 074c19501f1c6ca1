import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconPlant from '@tabler/icons-react/dist/esm/icons/IconPlant2.mjs';
import type { Outcome } from '../../../src-main/contract/outcomes.ts';
import type { DescentNode } from '../../components/descent-line.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import { money } from '../../text/money.ts';

const words = text.outcomes.line;

/** The line of descent of an outcome as steps to be drawn: the event, the introductions or the person, the outcome. */
export function outcomeNodes(outcome: Outcome, meId: number | undefined): DescentNode[] {
  const { event, line, credited, value } = outcome;
  const nodes: DescentNode[] = [];
  if (event !== null)
    nodes.push({
      key: `event ${event.id}`,
      kind: 'beginning',
      icon: IconCalendarEvent,
      title: event.title,
      hint: words.began,
      link: { to: '/events/$eventId', params: { eventId: event.id } },
    });
  for (const step of line)
    nodes.push({
      key: `introduction ${step.introductionId}`,
      kind: 'introduction',
      person: step.introducer.id === meId ? step.second : step.introducer,
      title: words.step(step),
      hint: day(step.onDate),
      link: { to: '/introductions', search: { id: step.introductionId } },
    });
  if (line.length === 0)
    for (const person of credited)
      nodes.push({
        key: `person ${person.id}`,
        kind: 'beginning',
        person,
        title: person.name,
        hint: words.through,
        link: { to: '/people/$personId', params: { personId: person.id } },
      });
  nodes.push({
    key: 'outcome',
    kind: 'outcome',
    icon: IconPlant,
    title: value === null ? outcome.title : `${outcome.title} · ${money(value)}`,
    hint: day(outcome.onDate),
  });
  return nodes;
}
