import { type Bloc, type CourrielRendu, enLigne, fort, lien, liste, mettreEnPage, p } from '#emails/mise-en-page'
import type { ChangementDit } from '#libelles/demande-en-ligne/changement-de-reglement'

export type DonneesChangementDeReglement = ChangementDit & {
  prenom: string
  structure: string
  /** Empty while it has no title. */
  objet: string
  campagne: string
  /** Where the box is ticked anew; null where we have no address to give. */
  adresse: `https://${string}` | null
}

const enListe = (titre: string, mots: readonly string[]): Bloc[] =>
  mots.length === 0 ? [] : [p(titre), liste(mots.map((mot) => enLigne(mot)))]

/** To each member who may write it: the règlement is no longer the one it was ticked for, and which of their answers that touches. */
export const changementDeReglement = (dit: DonneesChangementDeReglement): CourrielRendu => {
  const { prenom, structure, objet, campagne, adresse } = dit
  return mettreEnPage('Le règlement de votre demande de subvention a changé', [
    p(`Bonjour ${enLigne(prenom)},`),
    p(
      `La demande ${objet ? `«\u00a0${enLigne(objet)}\u00a0» ` : ''}de ${enLigne(structure)} (${enLigne(campagne)}) est commencée sur l’extranet et `,
      fort('n’est pas encore déposée'),
      `. ${enLigne(dit.phrase)} Sans cela, elle ne peut plus être déposée.`,
    ),
    ...(dit.ferme === null ? [] : [p(fort(enLigne(dit.ferme)))]),
    ...enListe('Ce qui change\u00a0:', dit.points),
    ...enListe(
      'Vos réponses à revoir\u00a0:',
      dit.reponses.map(({ question }) => question),
    ),
    ...enListe('Pièces nouvellement demandées\u00a0:', dit.nouvelles),
    ...enListe('Pièces qui ne sont plus demandées\u00a0:', dit.abandonnees),
    p('Pour la relire', ...(adresse ? ['\u00a0: ', lien(adresse)] : [', connectez-vous à l’extranet.'])),
    p('Mission coopération européenne et internationale'),
  ])
}
