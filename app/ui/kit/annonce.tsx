import { Dit } from '#ui/kit/dit'

/** Said by a screen reader when it changes, seen by nobody: the result of a filter, the end of a work. */
export const Annonce = ({ texte }: { texte: string }) => (
  <div role="status" aria-live="polite">
    <Dit>{texte}</Dit>
  </div>
)
