import { type ChampDeMenu, ENTRE, FiltreChamp } from '#ui/bannette/filtre/filtre-champ'
import { FiltreChamps } from '#ui/bannette/filtre/filtre-champs'
import { FiltreJours } from '#ui/bannette/filtre/filtre-jours'
import type { Valeurs } from '#ui/bannette/filtre/filtres-bannette'
import { CHAMPS_DOSSIERS, GROUPES_DOSSIERS, jourDe, SEJOUR } from '#ui/bannette/filtre/filtres-dossiers'

/** The panels of the bannette of dossiers: where, how much, when they leave, and between what a field of the service is. */
export const panneauxDossiers = (valeurs: Valeurs, service: readonly ChampDeMenu[]) => ({
  noms: [...CHAMPS_DOSSIERS, ...ENTRE],
  montrer: (sans: (...noms: readonly string[]) => string) => {
    const [du, au] = SEJOUR
    return (
      <>
        {GROUPES_DOSSIERS.map((groupe) => (
          <FiltreChamps
            key={groupe.libelle}
            groupe={groupe}
            valeurs={valeurs}
            sans={sans(...groupe.champs.map(({ nom }) => nom))}
          />
        ))}
        <FiltreJours
          libelle="Séjour"
          noms={SEJOUR}
          depuis={jourDe(valeurs, du)}
          jusqua={jourDe(valeurs, au)}
          sans={sans(...SEJOUR)}
        />
        <FiltreChamp service={service} valeurs={valeurs} sans={sans(...ENTRE)} />
      </>
    )
  },
})
