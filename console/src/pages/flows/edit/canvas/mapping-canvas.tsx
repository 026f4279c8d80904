import {
  type Connection,
  type Edge,
  type EdgeTypes,
  type Node,
  type NodeTypes,
  ReactFlow,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { Button } from 'antd';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { type FieldPlace, keyOfField } from '#console/pages/flows/draft/fields.ts';
import { DocumentSettings } from '#console/pages/flows/edit/document/document-settings.tsx';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './canvas.module.css';
import { CanvasTools } from './canvas-tools.tsx';
import { type LineData, MappingLine } from './mapping-line.tsx';
import { SourceNode } from './source-node.tsx';
import { TargetNode } from './target-node.tsx';
import { type Canvas, CanvasContext, useCanvas, useCanvasState } from './use-canvas.ts';
import { words } from './words.ts';

const NODE_TYPES: NodeTypes = { source: SourceNode, target: TargetNode };
const EDGE_TYPES: EdgeTypes = { mapping: MappingLine };
const NODE_WIDTH_MAX = 400;
const NODE_SHARE = 0.42;

/** Source fields on the left, standard fields on the right, and the lines between them. */
export function MappingCanvas() {
  const canvas = useCanvasState();
  return (
    <CanvasContext value={canvas}>
      <CanvasTools />
      <DocumentSettings />
      <How />
      <Field canvas={canvas} />
    </CanvasContext>
  );
}

/** What to do next: with nothing begun, how a line is drawn. */
function How() {
  const say = useSay(words);
  const { taken, take } = useCanvas();
  if (taken === null) return <p className={styles.how}>{say('how')}</p>;
  return (
    <p className={styles.taken} role="status">
      <span>{say('taken', { field: taken.name })}</span>
      <Button size="small" onClick={() => take(null)}>
        {say('letGo')}
      </Button>
    </p>
  );
}

function Field({ canvas }: { readonly canvas: Canvas }) {
  const say = useSay(words);
  const { select } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>([]);
  useEffect(() => setNodes((before) => placeNodes(width, before)), [width, setNodes]);
  const height = Math.max(320, ...nodes.map(({ measured }) => measured?.height ?? 0)) + 2;
  const edges = useEdges(canvas);
  const connect = ({ sourceHandle, targetHandle }: Connection) => {
    const source = canvas.sources.find(({ name }) => name === sourceHandle);
    const row = [...canvas.header, ...canvas.lines].find(({ key }) => key === targetHandle);
    if (source && row) canvas.connect(source, row.place);
  };
  return (
    <section
      ref={box}
      className={styles.canvas}
      style={{ blockSize: height }}
      aria-label={say('canvas')}
      onKeyDown={({ key }) => key === 'Escape' && canvas.take(null)}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onConnect={connect}
        onEdgeClick={(_, { data }) => select(placeOfLine(data))}
        onPaneClick={() => {
          select(null);
          canvas.take(null);
        }}
        connectOnClick={false}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        panOnDrag={false}
        panOnScroll={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        autoPanOnConnect={false}
        disableKeyboardA11y
        minZoom={1}
        maxZoom={1}
        connectionRadius={16}
        proOptions={{ hideAttribution: true }}
      />
    </section>
  );
}

function placeOfLine(data: LineData | undefined): FieldPlace | null {
  return data?.line?.place ?? null;
}

/** Both lists side by side over the width there is; what was measured of them is kept. */
function placeNodes(width: number, before: Node[]): Node[] {
  if (width === 0) return before;
  const nodeWidth = Math.min(NODE_WIDTH_MAX, Math.floor(width * NODE_SHARE));
  return (['source', 'target'] as const).map((id) => ({
    ...before.find((node) => node.id === id),
    id,
    type: id,
    data: {},
    position: { x: id === 'source' ? 0 : width - nodeWidth, y: 0 },
    style: { width: nodeWidth },
  }));
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

function useEdges({ drawn, suggestions }: Canvas): Edge<LineData>[] {
  const { selected } = useEditor();
  const chosen = selected && keyOfField(selected);
  return useMemo(
    () => [
      ...drawn.map((line) => ({
        id: line.id,
        ariaLabel: line.label,
        type: 'mapping',
        source: 'source',
        sourceHandle: line.source,
        target: 'target',
        targetHandle: line.target,
        zIndex: line.target === chosen ? 2 : 1,
        data: { line, isChosen: line.target === chosen },
      })),
      ...suggestions.map((suggestion) => ({
        id: `?${keyOfField(suggestion.place)}`,
        type: 'mapping',
        source: 'source',
        sourceHandle: suggestion.source.name,
        target: 'target',
        targetHandle: keyOfField(suggestion.place),
        data: { suggestion },
      })),
    ],
    [drawn, suggestions, chosen],
  );
}
