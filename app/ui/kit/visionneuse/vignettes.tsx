import { useEffect, useRef } from 'react'
import css from '#ui/kit/visionneuse/visionneuse.module.css'

type Props = { nom: string; src: string; pages: number; page: number; onPage: (page: number) => void }

/** Pixels across: the smallest picture that is drawn. */
const LARGEUR = 200

/** Every page in small, drawn as it comes into sight; the one shown is kept there. */
export function Vignettes({ nom, src, pages, page, onPage }: Props) {
  const courante = useRef<HTMLButtonElement>(null)
  useEffect(() => courante.current?.scrollIntoView({ block: 'nearest' }), [page])
  return (
    <nav aria-label={`Vignettes de ${nom}`} className={css.vignettes}>
      {Array.from({ length: pages }, (_, i) => i + 1).map((une) => (
        <button
          key={une}
          type="button"
          ref={une === page ? courante : undefined}
          aria-current={une === page ? 'page' : undefined}
          aria-label={`Page ${une}`}
          onClick={() => onPage(une)}
        >
          <img src={`${src}/${une}?largeur=${LARGEUR}`} alt="" loading="lazy" />
          <span aria-hidden="true">{une}</span>
        </button>
      ))}
    </nav>
  )
}
