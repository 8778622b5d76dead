import { ADRESSE_DU_DEPARTEMENT } from '#domain/campagne/reglages'
import { getEnv } from '#infra/env'

/** Who answers for this site: its host and who guards the personal data are those of the installation, empty where it names none. */
export function mentionsLegales() {
  const { HEBERGEUR, DPO_COURRIEL } = getEnv()
  return {
    editeur: `Département du Pas-de-Calais, ${ADRESSE_DU_DEPARTEMENT}`,
    hebergeur: HEBERGEUR ?? '',
    delegue: DPO_COURRIEL ?? '',
  }
}
