import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { coloursOf } from './map-colours.ts';
import { MapScene, type SceneEvents } from './map-scene.ts';
import type { LayoutInput } from './layout.ts';
import type { LayoutMessage } from './layout-worker.ts';
import type { MapGraph } from './map-groups.ts';
import type { Marks, SceneData } from './scene-data.ts';

interface SceneOptions extends SceneEvents {
  readonly graph: MapGraph;
  readonly data: SceneData;
  readonly marks: Marks;
}

/** A canvas with the network on it. `setCanvas` is the canvas’ ref; `isSettled` once nothing moves by itself. */
export function useMapScene({ graph, data, marks, ...events }: SceneOptions) {
  const scheme = useComputedColorScheme('light');
  const [scene, setScene] = useState<MapScene | null>(null);
  const setCanvas = useCallback((canvas: HTMLCanvasElement | null) => {
    if (canvas === null) return;
    const made = new MapScene(canvas);
    setScene(made);
    return () => {
      made.destroy();
      setScene(null);
    };
  }, []);
  const isSettled = useLayout(scene, graph);
  useEffect(() => {
    scene?.hear(events);
  });
  useEffect(() => {
    scene?.show(data, coloursOf(scheme));
  }, [scene, data, scheme]);
  useEffect(() => {
    scene?.mark(marks);
  }, [scene, marks]);
  return { setCanvas, scene, isSettled };
}

/** Lays the network out in a thread of its own, and shows how it comes to rest. */
function useLayout(scene: MapScene | null, graph: MapGraph): boolean {
  const [settled, setSettled] = useState<MapGraph | null>(null);
  useEffect(() => {
    if (scene === null) return;
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutMessage>) => {
      scene.place(data.positions);
      if (data.isDone) setSettled(graph);
    });
    const input: LayoutInput = {
      communities: Uint32Array.from(graph.people, ({ community }) => community),
      from: graph.from,
      to: graph.to,
      strengths: graph.strengths,
    };
    worker.postMessage(input);
    return () => worker.terminate();
  }, [scene, graph]);
  return settled === graph;
}
