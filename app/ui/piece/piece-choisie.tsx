import { useNavigate, useNavigation } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { grouper, type Ligne, ligneChoisie } from '#ui/piece/piece-ligne'

/**
 * The pièce the officer is on: the one they moved to, at once, though its address is still loading; what a key does, it does to that one.
 * `choisie` is what the address asks for. Without a choice the first to look at is shown, and stays shown once it has been judged.
 */
export function usePieceChoisie(lignes: Ligne[], choisie: string | null) {
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [premiere] = useState(() => ligneChoisie(lignes, null)?.cle ?? null)
  const [cle, setCle] = useState(choisie ?? premiere)
  const ici = useRef(cle)
  const demandee = useRef<string | null>(null)
  const aller = useCallback((vers: string | null) => {
    ici.current = vers
    setCle(vers)
  }, [])
  // An address that arrives late, of a pièce already left, moves nobody.
  useEffect(() => {
    if (demandee.current === null) aller(choisie ?? premiere)
    else if (demandee.current === choisie && state === 'idle') demandee.current = null
  }, [choisie, state, premiere, aller])

  const ordre = grouper(lignes).flatMap((groupe) => groupe.lignes)
  /** The line of this instant, even for a key that comes before the page has drawn the last one. */
  const courante = () => ligneChoisie(lignes, ici.current)
  const voisine = (pas: 1 | -1) => {
    const ligne = courante()
    return ligne && ordre[ordre.indexOf(ligne) + pas]
  }
  /** The officer chose a pièce: its link brings its address. */
  const choisir = (voulue: string) => {
    demandee.current = voulue
    aller(voulue)
  }
  const avancer = (pas: 1 | -1) => {
    const suite = voisine(pas)
    if (!suite) return
    choisir(suite.cle)
    navigate(`?piece=${suite.cle}`, { replace: true, preventScrollReset: true })
  }
  const ligne = ligneChoisie(lignes, cle)
  const suivante = ligne && ordre[ordre.indexOf(ligne) + 1]
  return { ligne, suivante: suivante?.cle ?? null, courante, choisir, avancer }
}
