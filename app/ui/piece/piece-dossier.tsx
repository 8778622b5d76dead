import { Bandeau } from '#ui/kit/bandeau'
import { Box } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useDire } from '#ui/kit/acte/dire'
import { useTouches } from '#ui/kit/acte/touches'
import { usePieceChoisie } from '#ui/piece/piece-choisie'
import { type AvecMotif, PieceControle } from '#ui/piece/piece-controle'
import { type Ligne, seJuge } from '#ui/piece/piece-ligne'
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

/** The pièces reader: the list on the left, the document and its control on the right; one at a time on a narrow screen. */
export function PiecesDossier({
  adresse,
  lignes: lues,
  completude,
  choisie,
  peutControler,
  children,
  ...montre
}: Props) {
  const dire = useDire()
  const [actifs, setActifs] = useRaccourcis()
  const lignes = useLignesPrevues(adresse, lues)
  const { ligne, suivante, courante, choisir, avancer } = usePieceChoisie(lignes, choisie)
  const juger = useVerdicts(adresse)
  const [motif, setMotif] = useState<MotifOuvert | null>(null)
  const dicter = (touche: string, acte: (visee: Ligne) => void) => () => {
    const visee = courante()
    if (!visee || !peutControler) return
    if (seJuge(visee)) {
      acte(visee)
      return
    }
    const quoi = visee.code === null ? 'dites d’abord quelle pièce c’est' : 'aucun fichier n’a été déposé'
    dire({ texte: `${nomDeLigne(visee)}\u00a0: ${quoi}. La touche ${touche} n’a rien fait.`, genre: 'info' })
  }
  useTouches(actifs, {
    ArrowRight: () => avancer(1),
    ArrowLeft: () => avancer(-1),
    c: dicter('C', (visee) => {
      juger(visee, 'CONFORME')
      avancer(1)
    }),
    n: dicter('N', ({ cle }) => setMotif({ cle, controle: 'NON_CONFORME', parTouche: true })),
  })
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, mb: 1.5 }}>
        <Bandeau severity={completude.complet ? 'success' : 'warning'} role="status" sx={{ py: 0, flex: '1 1 320px' }}>
          {completude.phrase}
        </Bandeau>
        <Box sx={{ display: { xs: 'none', md: 'block' } }}>
          <Bascule texte="Raccourcis C, N, ← et →" active={actifs} onActive={setActifs} />
        </Box>
      </Box>
      <Box sx={{ display: { xs: choisie ? 'none' : 'block', md: 'block' } }}>{children}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' }, gap: 3 }}>
        <Box sx={{ display: { xs: choisie ? 'none' : 'block', md: 'block' }, minWidth: 0 }}>
          <PieceListe lignes={lignes} choisie={ligne?.cle ?? null} onChoisir={choisir} />
        </Box>
        <Box sx={{ ...EN_VUE, display: { xs: choisie ? 'block' : 'none', md: 'block' } }}>
          {ligne && (
            <PieceLecteur
              {...(ligne.cle === choisie ? montre : { ...montre, version: null, page: null })}
              adresse={adresse}
              ligne={ligne}
              suivante={suivante}
              onChoisir={choisir}
              peut={peutControler}
            >
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
        </Box>
      </Box>
    </>
  )
}

/** The document stays in sight while the list is read. */
const EN_VUE = { minWidth: 0, position: { md: 'sticky' }, top: 8, alignSelf: 'start' } as const
