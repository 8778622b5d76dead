import type { Jour } from '#domain/temps/jour'
import { type CourrielRendu, enLigne, fort, jourAVenir, lien, mettreEnPage, p } from '#emails/mise-en-page'

export type DonneesDemandeADeposer = {
  prenom: string
  structure: string
  /** Empty while it has no title. */
  objet: string
  campagne: string
  pourcent: number
  echeance: Jour
  /** Where it is filled in; null where we have no address to give. */
  adresse: `https://${string}` | null
}

/** To each member who may deposit it: what was begun is not deposited, and until when it may be. */
export const demandeADeposer = (demandeLue: DonneesDemandeADeposer): CourrielRendu => {
  const { prenom, structure, objet, campagne, pourcent, echeance, adresse } = demandeLue
  return mettreEnPage('Votre demande de subvention n’est pas encore déposée', [
    p(`Bonjour ${enLigne(prenom)},`),
    p(
      `La demande ${objet ? `«\u00a0${enLigne(objet)}\u00a0» ` : ''}de ${enLigne(structure)} (${enLigne(campagne)}) est commencée sur l’extranet, complétée à ${pourcent}\u00a0%, et `,
      fort('elle n’est pas encore déposée'),
      '.',
    ),
    p(
      'Elle peut l’être jusqu’au ',
      jourAVenir(echeance),
      ', à 23\u00a0h\u00a059. Passé ce jour, elle ne le sera plus.',
    ),
    p('Pour la relire et la valider', ...(adresse ? ['\u00a0: ', lien(adresse)] : [', connectez-vous à l’extranet.'])),
    p('Si vous ne voulez plus la déposer, supprimez-la depuis cette page\u00a0: vous ne recevrez plus ce rappel.'),
    p('Mission coopération européenne et internationale'),
  ])
}
