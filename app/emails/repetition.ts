import { estSignataireEntier } from '#domain/courriel/signature'
import { type Anomalie, anomaliesDe } from '#domain/seance/repetition'
import type { EtatDeLettre } from '#domain/seance/lettre-repetee'
import { jourDeParis } from '#domain/temps/jour'
import {
  communs,
  type CourrielCompose,
  courrielDeDecision,
  type DecisionVotee,
  type DossierEcrit,
  type Ecriture,
} from '#emails/courriel-de-dossier'
import { enLigne } from '#emails/mise-en-page'
import { libelleMotif } from '#libelles/dossier/dossier'

/** What is known beside the words: of the address the mail would go to, and of its letter. */
type Autour = { adresse: { enEchec: boolean; partagee: boolean }; lettre: EtatDeLettre }

type Repete = { courriel: CourrielCompose | null; anomalies: Anomalie[] }

/** The very mail of what was voted, as it would leave now, and what there is to look at in it. Nothing is written. */
export function repeter(dossier: DossierEcrit, decision: DecisionVotee, ecriture: Ecriture, autour: Autour): Repete {
  const courriel = courrielDeDecision(dossier, decision, ecriture)
  const { nature, montantCents, motif, precision } = decision
  const { numero, objet, structure, signature } = communs(dossier, ecriture)
  const anomalies = anomaliesDe(
    {
      ...{ nature, courriel, montantVoteCents: montantCents },
      motif: motif && libelleMotif(motif),
      precision: enLigne(precision),
      nommes: [numero, objet, structure].map(enLigne),
      signe: estSignataireEntier(signature),
      adresseEnEchec: autour.adresse.enEchec,
      adressePartagee: autour.adresse.partagee,
      lettre: autour.lettre,
      conventionRequise: decision.conventionRequise,
    },
    jourDeParis(ecriture.now),
  )
  return { courriel, anomalies }
}
