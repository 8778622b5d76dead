import { useContext, useState } from 'react'
import { type ChoixDeColonnes, cookieDeColonnes, type Densite } from '#domain/bannette/colonnes'
import { estColonneDuService } from '#domain/champ-du-service/champ-en-adresse'
import type { Bannette } from '#domain/bannette/vue-enregistree'
import type { Colonne } from '#ui/bannette/table/colonne'
import { Poste } from '#ui/kit/formulaire/poste'

/** Tells the server, beside the page; true once it has them. Without a network the browser alone holds them, until the next sign-in. */
const envoyer = (bannette: Bannette, choix: ChoixDeColonnes): Promise<boolean> =>
  fetch('/colonnes', {
    method: 'POST',
    body: new URLSearchParams({ bannette, choix: JSON.stringify(choix) }),
    keepalive: true,
  }).then(
    ({ ok }) => ok,
    () => false,
  )

export type ColonnesChoisies<Ligne> = {
  /** All of them, as wide as chosen. */
  colonnes: Colonne<Ligne>[]
  /** Those that are not hidden. */
  montrees: Colonne<Ligne>[]
  visibles: Record<string, boolean>
  montrer: (visibles: Record<string, boolean>) => void
  elargir: (champ: string, largeur: number) => void
  densite: Densite
  serrer: (densite: Densite) => void
}

/** How high a row is, its border with it, in the table as in the grid. */
export const HAUTEUR_LIGNE: Record<Densite, number> = { serree: 36, aeree: 48 }

/** The columns as this officer chose them, `lu` being what the server read of it; a change is kept for the next pages. */
export function useColonnesChoisies<Ligne>(
  bannette: Bannette,
  lu: ChoixDeColonnes,
  colonnes: readonly Colonne<Ligne>[],
): ColonnesChoisies<Ligne> {
  const [choix, setChoix] = useState(lu)
  const agent = useContext(Poste)
  const garder = (voulu: ChoixDeColonnes) => {
    const { visibles, largeurs, densite } = voulu
    const suite = { visibles, largeurs, densite, ...(agent && { de: agent.id }) }
    setChoix(suite)
    document.cookie = cookieDeColonnes(bannette, suite)
    void envoyer(bannette, suite).then((garde) => {
      if (garde) document.cookie = cookieDeColonnes(bannette, { ...suite, garde })
    })
  }
  const larges = colonnes.map((colonne): Colonne<Ligne> => {
    const largeur = choix.largeurs[colonne.champ]
    if (largeur === undefined) return colonne
    const { souple: _, ...fixe } = colonne
    return { ...fixe, largeur }
  })
  const visibles = {
    ...Object.fromEntries(colonnes.filter(({ aDemander }) => aDemander).map(({ champ }) => [champ, false])),
    ...choix.visibles,
  }
  return {
    colonnes: larges,
    montrees: larges.filter(({ champ, toujours }) => toujours ?? visibles[champ] !== false),
    visibles,
    // Fields come and go with the campagnes: of those, only the ones asked for are kept.
    montrer: (voulues) =>
      garder({
        ...choix,
        visibles: Object.fromEntries(
          Object.entries(voulues).filter(([champ, montree]) => montree || !estColonneDuService(champ)),
        ),
      }),
    elargir: (champ, largeur) => garder({ ...choix, largeurs: { ...choix.largeurs, [champ]: Math.round(largeur) } }),
    densite: choix.densite,
    serrer: (densite) => garder({ ...choix, densite }),
  }
}
