import { Navigate } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { sectionsFor } from './sections.ts';
import { useBookCode } from './use-book.ts';

/** A book opens at the first of its parts that one may see. */
export function BookHome() {
  const book = useBookCode();
  const may = useMay();
  const [first] = sectionsFor(may);
  return <Navigate to={first === undefined ? '/books' : `/books/${book}/${first.name}`} replace />;
}
