import type { NatureVotee } from '#domain/dossier/decision'
import { jourDeParis } from '#domain/temps/jour'
import type { DossierEcrit, Ecriture } from '#emails/courriel-de-dossier'
import type { Lettre } from '#emails/lettre'
import { lettreDuDossier } from '#emails/lettre-du-dossier'

/** Where nobody's structure is. */
const CHEZ_PERSONNE = { adresse: '1 rue de la Mairie', codePostal: '62000', commune: 'ARRAS' }

/**
 * The letter that tells a decision of this nature, as the settings of its campagne make it, on a dossier that is nobody's, voted on that very day. SANS_SIGNATAIRE
 * where they name nobody to sign it.
 */
export function lettreDEssai(
  dossier: DossierEcrit,
  nature: NatureVotee,
  { now, redacteur }: Ecriture,
): Lettre | 'SANS_SIGNATAIRE' | null {
  const accorde = {
    ACCORDE: dossier.montantDemandeCents,
    ACCORDE_PARTIEL: dossier.montantDemandeCents / 2n,
    REFUSE: null,
  }
  const decision = {
    ...{ nature, montantCents: accorde[nature], motif: nature === 'REFUSE' ? 'CREDITS_EPUISES' : null },
    ...{ precision: 'Ici, ce que l’agent aura écrit.', avecCourriel: true, priseLe: now, conventionRequise: false },
    deliberation: { reference: `${jourDeParis(now).slice(0, 4)}-000`, le: jourDeParis(now) },
  }
  const adresse = { ...dossier, structure: { ...dossier.structure, ...CHEZ_PERSONNE } }
  return lettreDuDossier(adresse, decision, { le: now, redacteur })
}
