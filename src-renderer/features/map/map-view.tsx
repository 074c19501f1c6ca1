import { ActionIcon } from '@mantine/core';
import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type KeyboardEvent, useId } from 'react';
import type { MapPerson } from '../../../src-main/contract/map.ts';
import { text } from '../../text/index.ts';
import { communityLabel, type MapGraph } from './map-groups.ts';
import type { MapScene } from './map-scene.ts';
import classes from './map-view.module.css';
import type { Direction } from './pick-neighbour.ts';

const words = text.map;
const zoomStep = 1.4;

const arrows: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

interface MapViewProps {
  graph: MapGraph;
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
  scene: MapScene | null;
  isSettled: boolean;
  /** Place of whoever has the focus, or null. */
  focus: number | null;
  onFocus: (place: number | null) => void;
  onOpen: (place: number) => void;
}

/** The drawn network: with the mouse as any map, with the keyboard from neighbour to neighbour. */
export function MapView({ graph, onCanvas, scene, isSettled, focus, ...on }: MapViewProps) {
  const hintId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = arrows.get(event.key);
    if (scene === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction !== undefined) {
      const next = focus === null ? 0 : (scene.neighbour(focus, direction) ?? focus);
      scene.reveal(next);
      on.onFocus(next);
    } else if (event.key === 'Enter' && focus !== null) on.onOpen(focus);
    else if (event.key === '+' || event.key === '=') scene.zoomBy(zoomStep);
    else if (event.key === '-') scene.zoomBy(1 / zoomStep);
    else if (event.key === '0') scene.fit();
    else if (event.key === 'Escape' && focus !== null) on.onFocus(null);
    else return;
    event.preventDefault();
  };
  const person = focus === null ? null : (graph.people[focus] ?? null);
  return (
    <div className={classes.root}>
      <div
        id={mapElementId}
        className={classes.map}
        role="application"
        tabIndex={0}
        aria-label={words.canvas}
        aria-describedby={hintId}
        data-settled={isSettled}
        onKeyDown={onKeyDown}
      >
        <canvas ref={onCanvas} className={classes.canvas} aria-hidden="true" />
      </div>
      <div role="status" className="hidden-visually">
        {person !== null && describe(graph, person)}
      </div>
      <ZoomButtons scene={scene} />
      <p id={hintId} className={classes.keys}>
        {words.keys}
      </p>
    </div>
  );
}

/** By it the focus is brought onto the map after somebody was found. */
export const mapElementId = 'network-map';

function describe(graph: MapGraph, person: MapPerson): string {
  const group = person.community === 0 ? '' : communityLabel(graph, person.community);
  return [person.name, person.organisation, words.card.ties(person.ties), group]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}

function ZoomButtons({ scene }: { scene: MapScene | null }) {
  const buttons = [
    { label: words.zoomIn, Icon: IconPlus, run: () => scene?.zoomBy(zoomStep) },
    { label: words.zoomOut, Icon: IconMinus, run: () => scene?.zoomBy(1 / zoomStep) },
    { label: words.fit, Icon: IconFocusCentered, run: () => scene?.fit() },
  ];
  return (
    <div className={classes.zoom}>
      {buttons.map(({ label, Icon, run }) => (
        <ActionIcon key={label} variant="default" aria-label={label} title={label} onClick={run}>
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </div>
  );
}
