import { Bandeau } from '#ui/kit/bandeau'
import { Button } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useDire } from '#ui/kit/acte/dire'
import { useTouches } from '#ui/kit/acte/touches'
import { usePieceChoisie } from '#ui/piece/piece-choisie'
import { type AvecMotif, PieceControle } from '#ui/piece/piece-controle'
import { type Ligne, seJuge } from '#ui/piece/piece-ligne'
import { Icone } from '#ui/kit/icone/icone'
import { usePliage } from '#ui/kit/pliage/pliage'
import css from '#ui/piece/piece.module.css'
import { PieceDetails } from '#ui/piece/piece-details'
import { PieceLecteur } from '#ui/piece/piece-lecteur'
import { PieceListe } from '#ui/piece/piece-liste'
import { nomDeLigne, useLignesPrevues, useVerdicts } from '#ui/piece/verdict'
import { useRaccourcis } from '#ui/kit/raccourcis/raccourcis'
import { Bascule } from '#ui/kit/bascule'

type Props = {
  adresse: string
  lignes: Ligne[]
  completude: { complet: boolean; phrase: string }
  choisie: string | null
  version: string | null
  page: string | null
  retenus: readonly string[]
  peutControler: boolean
  /** What is asked, and why: out of the way of who reads one pièce on a narrow screen. */
  children: ReactNode
}

/** The reason being given, of which pièce; asked by a key, the next pièce follows. */
type MotifOuvert = { cle: string; controle: AvecMotif; parTouche: boolean }

/**
 * The pièces reader: what is known of the pièce and the list on the left, which can be folded, the document and its control on the right; one at a time
 * on a narrow screen.
 */
export function PiecesDossier({
  adresse,
  lignes: lues,
  completude,
  choisie,
  version,
  page,
  retenus,
  peutControler,
  children,
}: Props) {
  const dire = useDire()
  const [actifs, setActifs] = useRaccourcis()
  const lignes = useLignesPrevues(adresse, lues)
  const { ligne, suivante, courante, choisir, avancer } = usePieceChoisie(lignes, choisie)
  const juger = useVerdicts(adresse)
  const [pliee, setPliee] = usePliage('liste-pieces', false)
  const vue = ligne?.cle === choisie ? { version, page } : { version: null, page: null }
  const [comparee, setComparee] = useState(false)
  const [motif, setMotif] = useState<MotifOuvert | null>(null)
  const dicter =
    (touche: string, acte: (visee: Ligne) => void, peutSeFaire = seJuge) =>
    () => {
      const visee = courante()
      if (!visee || !peutControler) return
      if (peutSeFaire(visee)) {
        acte(visee)
        return
      }
      const nonDemandee = visee.exigence === null ? 'elle n’est pas demandée' : 'aucun fichier n’a été déposé'
      const quoi = visee.code === null ? 'dites d’abord quelle pièce c’est' : nonDemandee
      dire({ texte: `${nomDeLigne(visee)}\u00a0: ${quoi}. La touche ${touche} n’a rien fait.`, genre: 'info' })
    }
  useTouches(actifs, {
    ArrowRight: () => avancer(1),
    ArrowLeft: () => avancer(-1),
    v: () => setComparee(!comparee),
    c: dicter('C', (visee) => {
      if (juger(visee, 'CONFORME')) avancer(1)
    }),
    n: dicter('N', ({ cle }) => setMotif({ cle, controle: 'NON_CONFORME', parTouche: true })),
    s: dicter(
      'S',
      ({ cle }) => setMotif({ cle, controle: 'SANS_OBJET', parTouche: true }),
      ({ code, exigence }) => code !== null && exigence !== null,
    ),
  })
  const montree = ligne?.piece?.versions.find((v) => v.id === vue.version) ?? ligne?.piece?.versions[0]
  return (
    <>
      <div className={`${css.lecteur} ${pliee ? css.plie : ''}`}>
        <div className={css.cote}>
          <div className={choisie ? css.ailleurs : undefined}>
            <Bandeau severity={completude.complet ? 'success' : 'warning'} role="status" marges="py0">
              {completude.phrase}
            </Bandeau>
          </div>
          <div className={choisie ? undefined : css.ailleurs}>
            {ligne && (
              <PieceDetails
                {...{ adresse, ligne, montree, retenus, comparee }}
                peut={peutControler}
                onComparer={() => setComparee(!comparee)}
              />
            )}
          </div>
          <div className={choisie ? css.ailleurs : undefined}>
            <PieceListe lignes={lignes} choisie={ligne?.cle ?? null} onChoisir={choisir} />
          </div>
          <div className={css.pliage}>
            <Bascule texte="Raccourcis C, N, S, ← et →" active={actifs} onActive={setActifs} />
          </div>
        </div>
        <div className={choisie ? undefined : css.ailleurs}>
          {ligne && (
            <PieceLecteur
              {...{ adresse, ligne, montree, suivante, comparee }}
              page={vue.page}
              onChoisir={choisir}
              touches={actifs}
            >
              <Button
                size="small"
                className={css.pliage}
                aria-expanded={!pliee}
                onClick={() => setPliee(!pliee)}
                startIcon={<Icone nom={pliee ? 'navigate-next' : 'navigate-before'} />}
                sx={{ order: -1 }}
              >
                {pliee ? 'Liste' : 'Replier la liste'}
              </Button>
              <PieceControle
                key={ligne.cle}
                adresse={adresse}
                ligne={ligne}
                peut={peutControler}
                ouvert={motif?.cle === ligne.cle ? motif.controle : null}
                onOuvert={(controle) => setMotif(controle && { cle: ligne.cle, controle, parTouche: false })}
                onJuge={() => {
                  setMotif(null)
                  if (motif?.parTouche && motif.cle === courante()?.cle) avancer(1)
                }}
              />
            </PieceLecteur>
          )}
        </div>
      </div>
      <div className={choisie ? css.ailleurs : undefined}>{children}</div>
    </>
  )
}
