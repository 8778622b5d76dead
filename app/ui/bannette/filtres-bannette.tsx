import { Box, Button } from '@mui/material'
import type { Jour } from '#domain/temps/jour'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import { FiltreChoix, type MenuFiltre } from '#ui/kit/filtre-choix'
import { FiltreJours } from '#ui/kit/filtre-jours'
import { RechercheBannette } from '#ui/bannette/recherche-bannette'

/** The values of the filters as the server read them: what it did not understand is not set. */
export type Valeurs = Readonly<Record<string, unknown>> & {
  q: string
  depuis?: Jour | undefined
  jusqua?: Jour | undefined
}

export const texteDe = (valeurs: Valeurs, nom: string): string | undefined => {
  const valeur = valeurs[nom]
  return typeof valeur === 'string' && valeur !== '' ? valeur : undefined
}

type Props = { choix: readonly MenuFiltre[]; valeurs: Valeurs; jours?: string; recherche: string }

/** Search and filters of a bannette. Each filter that is set says itself in words and is taken away by its cross. */
export function FiltresBannette({ choix, valeurs, jours, recherche }: Props) {
  const { aller } = useAdresseBannette()
  const poses = [...choix.map(({ nom }) => nom), 'depuis', 'jusqua', 'q'].filter((nom) => texteDe(valeurs, nom))
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 1.5 }}>
      <RechercheBannette q={valeurs.q} libelle={recherche} />
      {choix.map((un) => (
        <FiltreChoix
          key={un.nom}
          choix={un}
          valeur={texteDe(valeurs, un.nom)}
          onChange={(valeur) => aller({ [un.nom]: valeur })}
        />
      ))}
      {jours && <FiltreJours libelle={jours} depuis={valeurs.depuis} jusqua={valeurs.jusqua} onChange={aller} />}
      {poses.length > 1 && (
        <Button size="small" onClick={() => aller(Object.fromEntries(poses.map((nom) => [nom, null])))}>
          Tout effacer
        </Button>
      )}
    </Box>
  )
}
