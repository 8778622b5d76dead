import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { estOuvrable } from '#domain/piece/antivirus'
import { Icone } from '#ui/kit/icone/icone'
import { FichierFerme } from '#ui/kit/marque-antivirus'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import css from '#ui/piece/piece.module.css'
import { estAbsente, ici, type Ligne, type Version } from '#ui/piece/piece-ligne'
import { nomDeLigne } from '#ui/piece/verdict'

/** What shows a document comes with the first one. */
const PieceVue = lazy(() => venir(() => import('#ui/piece/piece-vue').then(({ PieceVue }) => ({ default: PieceVue }))))

/** What stands beside it comes when it is asked. */
const PieceCompare = lazy(() =>
  venir(() => import('#ui/piece/piece-compare').then(({ PieceCompare }) => ({ default: PieceCompare }))),
)

type Props = {
  adresse: string
  ligne: Ligne
  montree: Version | undefined
  /** The page of the document to show first. */
  page: string | null
  suivante: string | null
  onChoisir: (cle: string) => void
  touches: boolean
  /** Something stands beside it. */
  comparee: boolean
  /** The verdict, on the line of the pièce. */
  children: ReactNode
}

/** The room above the document at the top of the page, told to the style sheet: what is left is the document's. */
function useAuDessus() {
  const vue = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mesurer = () => {
      const haut = vue.current ? Math.round(vue.current.getBoundingClientRect().top + window.scrollY) : 0
      if (haut > 0) vue.current?.style.setProperty('--au-dessus', `${haut}px`)
    }
    mesurer()
    const suivi = new ResizeObserver(mesurer)
    suivi.observe(document.body)
    return () => suivi.disconnect()
  }, [])
  return vue
}

/** One pièce: its name and its verdict on one line, and under it the document, as high as the screen lets it. */
export function PieceLecteur(props: Props) {
  const { adresse, ligne, montree, page, suivante, onChoisir, touches, comparee, children } = props
  const vue = useAuDessus()
  const montee = useMontee()
  const apercu = `${adresse}/pieces/${montree?.id}/apercu`
  const seMontre = montree !== undefined && estOuvrable(montree.ouverture)
  return (
    <section aria-labelledby="titre-piece" className={css.document}>
      <div className={css.retour}>
        <Button component={Link} to="?" size="small" startIcon={<Icone nom="arrow-back" />}>
          Toutes les pièces
        </Button>
      </div>
      <div className={css.barre}>
        <h2 id="titre-piece">{nomDeLigne(ligne)}</h2>
        {children}
        {suivante && (
          <Button
            component={Link}
            to={`?piece=${suivante}`}
            onClick={ici(() => onChoisir(suivante))}
            replace
            preventScrollReset
            size="small"
            endIcon={<Icone nom="navigate-next" />}
          >
            Suivante
          </Button>
        )}
      </div>
      <div ref={vue} className={comparee && seMontre ? `${css.vue} ${css.deux}` : css.vue}>
        {estAbsente(ligne) && <p>Aucun fichier n’a été déposé pour cette pièce.</p>}
        {montree && !estOuvrable(montree.ouverture) && <FichierFerme ouverture={montree.ouverture} />}
        {/* Learned of with the page's links: an act that is sent while a load learns of its address has it taken for one that is not there. */}
        {montree && <Link hidden to={apercu} aria-hidden="true" tabIndex={-1} />}
        {montee && montree && seMontre && (
          <Suspense>
            <PieceVue
              key={montree.id}
              version={montree}
              code={ligne.code}
              nom={montree.nomFichier}
              {...{ adresse, apercu, page, touches }}
            />
          </Suspense>
        )}
        {montee && montree && seMontre && comparee && (
          <Suspense>
            <PieceCompare key={montree.id} {...{ adresse, apercu }} />
          </Suspense>
        )}
      </div>
    </section>
  )
}
