import { Button } from '@mantine/core';
import IconPhotoDown from '@tabler/icons-react/dist/esm/icons/IconPhotoDown.mjs';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import { api } from '../../api.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import type { toTieFilter } from '../../components/tie-filters.tsx';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { text } from '../../text/index.ts';
import { ChainPanel, MapCard, useChainTo } from './map-card.tsx';
import { groupPeople, type MapGraph } from './map-groups.ts';
import { MapLegend } from './map-legend.tsx';
import { MapList } from './map-list.tsx';
import classes from './map-page.module.css';
import type { MapScene } from './map-scene.ts';
import { type MapLook, MapToolbar } from './map-toolbar.tsx';
import { mapElementId, MapView } from './map-view.tsx';
import { sceneOfGraph } from './scene-of-graph.ts';
import { useMapScene } from './use-map-scene.ts';

const words = text.map;

interface MapBoardProps {
  graph: MapGraph;
  isList: boolean;
  look: MapLook;
  onLook: (look: MapLook) => void;
  filter: ReturnType<typeof toTieFilter>;
  /** Whether the filter bar is open. */
  hasFilters: boolean;
  /** Whether a filter leaves anybody out. */
  isFiltered: boolean;
  onFilters: (isOpen: boolean) => void;
  /** The filter bar, while it is open. */
  filters: ReactNode;
  /** Shown instead of a map of nobody. */
  empty: ReactNode;
}

/** The map with its tools, legend and facts, or the list of the same people. */
export function MapBoard(props: MapBoardProps) {
  const { graph, look, isList } = props;
  const board = useBoard(props);
  const { focus, grouping, only, scene, chain } = board;
  const shownPlace = board.hover ?? focus;
  const isEmpty = graph.people.length < 2;
  return (
    <>
      {(!isEmpty || props.isFiltered || props.hasFilters) && (
        <MapToolbar
          look={look}
          onLook={props.onLook}
          onFind={board.find}
          hasFilters={props.hasFilters}
          onFilters={props.onFilters}
        />
      )}
      {props.filters}
      {chain.isAnswered && <ChainPanel {...chain} onClose={() => board.setChainId(null)} />}
      {isEmpty ? (
        <div>{props.empty}</div>
      ) : (
        <div className={classes.board}>
          {isList ? (
            <MapList graph={graph} grouping={grouping} sizeBy={look.sizeBy} only={only} />
          ) : (
            <MapView
              graph={graph}
              onCanvas={board.setCanvas}
              scene={scene}
              isSettled={board.isSettled}
              focus={focus}
              onFocus={board.setFocus}
              onOpen={board.open}
            />
          )}
          <aside className={classes.side} aria-label={words.about}>
            {!isList && (
              <MapCard
                graph={graph}
                person={shownPlace === null ? null : (graph.people[shownPlace] ?? null)}
                onChain={({ id }) => board.setChainId(id)}
              />
            )}
            <MapLegend grouping={grouping} only={only} by={look.colourBy} onOnly={board.setOnly} />
            {!isList && <SaveButton scene={scene} />}
          </aside>
        </div>
      )}
    </>
  );
}

/** Who has the focus, what is lifted out, and the scene that shows it. */
function useBoard({ graph, look, filter }: MapBoardProps) {
  const navigate = useNavigate();
  const [focusId, setFocusId] = useState<PersonId | null>(null);
  const [hover, setHover] = useState<number | null>(null);
  const [chainId, setChainId] = useState<PersonId | null>(null);
  const places = useMemo(() => new Map(graph.people.map(({ id }, at) => [id, at])), [graph]);
  const { grouping, only, setOnly } = useGrouping(graph, look);
  const focus = focusId === null ? null : (places.get(focusId) ?? null);
  const target = graph.people.find(({ id }) => id === chainId) ?? null;
  const chain = useChainTo(target, filter);
  const marks = useMemo(() => {
    const onChain = chain.chain?.people.flatMap(({ id }) => places.get(id) ?? []) ?? [];
    return { focus, hover, chain: onChain };
  }, [focus, hover, chain.chain, places]);
  const data = useMemo(() => {
    const isByCommunity = look.colourBy === 'community';
    return sceneOfGraph(graph, grouping, { sizeBy: look.sizeBy, only, isByCommunity });
  }, [graph, grouping, look, only]);
  const setFocus = (place: number | null): void => {
    setFocusId(place === null ? null : (graph.people[place]?.id ?? null));
  };
  const open = (place: number): void => {
    const person = graph.people[place];
    if (person === undefined) return;
    void navigate({ to: '/people/$personId', params: { personId: person.id } });
  };
  const events = { onHover: setHover, onChoose: setFocus, onOpen: open };
  const { setCanvas, scene, isSettled } = useMapScene({ graph, data, marks, ...events });
  const find = (person: PersonRef): void => {
    const place = places.get(person.id);
    if (place === undefined) {
      notifyError(new Error(words.notHere(person.name)));
      return;
    }
    setFocusId(person.id);
    scene?.centre(place);
    document.getElementById(mapElementId)?.focus();
  };
  const shown = { focus, hover, grouping, only, chain, scene, isSettled };
  return { ...shown, setFocus, setOnly, setChainId, setCanvas, open, find };
}

/** Who has which colour, and the one group that is shown alone; with other colours none is. */
function useGrouping(graph: MapGraph, look: MapLook) {
  const platformName = usePlatformNames();
  const grouping = useMemo(
    () => groupPeople(graph, look.colourBy, platformName),
    [graph, look.colourBy, platformName],
  );
  const [chosen, setChosen] = useState<{ by: string; group: number } | null>(null);
  const only = chosen?.by === look.colourBy ? chosen.group : null;
  const setOnly = (group: number | null): void =>
    setChosen(group === null ? null : { by: look.colourBy, group });
  return { grouping, only, setOnly };
}

function SaveButton({ scene }: { scene: MapScene | null }) {
  const save = async (): Promise<void> => {
    if (scene === null) return;
    const bytes = await scene.takePicture();
    const { saved } = await api.shell.saveFile({ suggestedName: words.fileName, bytes });
    if (saved !== null) notifyDone(words.saved(saved));
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPhotoDown size={16} aria-hidden />}
      onClick={() => void save().catch(notifyError)}
    >
      {words.save}
    </Button>
  );
}
