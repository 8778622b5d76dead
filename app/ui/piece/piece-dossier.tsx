import { Alert, Box } from '@mui/material'
import { useNavigate } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { estPourLaPage } from '#ui/piece/piece-clavier'
import { PieceControle } from '#ui/piece/piece-controle'
import { grouper, type Ligne, ligneChoisie } from '#ui/piece/piece-ligne'
import { PieceLecteur } from '#ui/piece/piece-lecteur'
import { PieceListe } from '#ui/piece/piece-liste'
import { useRaccourcis } from '#ui/kit/raccourcis'
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

/** The pièces reader: the list on the left, the document and its control on the right; one at a time on a narrow screen. */
export function PiecesDossier({ adresse, lignes, completude, choisie, peutControler, children, ...montre }: Props) {
  const navigate = useNavigate()
  const [actifs, setActifs] = useRaccourcis()
  // Without a choice the first to look at is shown, and stays shown once it has been judged: only the officer moves on.
  const [premiere] = useState(() => ligneChoisie(lignes, null)?.cle ?? null)
  const ligne = ligneChoisie(lignes, choisie ?? premiere)
  const ordre = grouper(lignes).flatMap((groupe) => groupe.lignes)
  const rang = ligne ? ordre.indexOf(ligne) : -1
  const aller = (pas: number) => {
    const voisine = ordre[rang + pas]
    if (voisine) navigate(`?piece=${voisine.cle}`, { replace: true, preventScrollReset: true })
  }
  useEffect(() => {
    if (!actifs) return
    const onKey = (event: KeyboardEvent) => {
      if (!estPourLaPage(event)) return
      if (event.key === 'ArrowRight') aller(1)
      if (event.key === 'ArrowLeft') aller(-1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, mb: 1.5 }}>
        <Alert severity={completude.complet ? 'success' : 'warning'} role="status" sx={{ py: 0, flex: '1 1 320px' }}>
          {completude.phrase}
        </Alert>
        <Box sx={{ display: { xs: 'none', md: 'block' } }}>
          <Bascule texte="Raccourcis C, N, ← et →" active={actifs} onActive={setActifs} />
        </Box>
      </Box>
      <Box sx={{ display: { xs: choisie ? 'none' : 'block', md: 'block' } }}>{children}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' }, gap: 3 }}>
        <Box sx={{ display: { xs: choisie ? 'none' : 'block', md: 'block' }, minWidth: 0 }}>
          <PieceListe lignes={lignes} choisie={ligne?.cle ?? null} />
        </Box>
        <Box sx={{ ...EN_VUE, display: { xs: choisie ? 'block' : 'none', md: 'block' } }}>
          {ligne && (
            <PieceLecteur
              {...montre}
              adresse={adresse}
              ligne={ligne}
              suivante={ordre[rang + 1]?.cle ?? null}
              peut={peutControler}
            >
              <PieceControle key={ligne.cle} ligne={ligne} peut={peutControler} raccourcis={actifs} />
            </PieceLecteur>
          )}
        </Box>
      </Box>
    </>
  )
}

/** The document stays in sight while the list is read. */
const EN_VUE = { minWidth: 0, position: { md: 'sticky' }, top: 8, alignSelf: 'start' } as const
