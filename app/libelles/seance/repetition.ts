import type { RefusDessin } from '#domain/seance/lettre-repetee'
import type { RefusPreparation } from '#domain/seance/liberation'
import type { Anomalie } from '#domain/seance/repetition'

/** What is wrong with a mail of a séance, and what an officer does about it. */
export const MOTS_ANOMALIE: Record<Anomalie, { titre: string; quoi: string }> = {
  LETTRE_SANS_SIGNATAIRE: {
    titre: 'Lettre sans signataire',
    quoi: 'Il manque le nom, la qualité, l’adresse ou le téléphone de qui signe les lettres\u00a0: complétez-les dans le règlement de la campagne.',
  },
  LETTRE_NON_COMPOSEE: {
    titre: 'Lettre non composée',
    quoi: 'La mise en page de la lettre a échoué. Corrigez le dossier ou la structure et redessinez les lettres\u00a0; sinon, prévenez un administrateur.',
  },
  SANS_ADRESSE: {
    titre: 'Sans adresse',
    quoi: 'Ni le contact ni la structure n’ont d’adresse électronique\u00a0: la décision se notifie par courrier.',
  },
  MONTANT_DIFFERENT: {
    titre: 'Montant différent du vote',
    quoi: 'Le courriel ne dit pas, en chiffres et en lettres, le montant voté.',
  },
  VARIABLE_VIDE: {
    titre: 'Mot manquant',
    quoi: 'Un mot entre accolades n’est pas remplacé, ou le dossier n’a pas d’intitulé, de numéro ou de structure.',
  },
  REFUS_SANS_MOTIF: { titre: 'Refus sans motif', quoi: 'Le courriel d’un refus ne dit pas son motif et ses raisons.' },
  SANS_VOIES_DE_RECOURS: {
    titre: 'Sans voies de recours',
    quoi: 'La décision peut être contestée et le courriel ne dit pas comment.',
  },
  ADRESSE_EN_ECHEC: {
    titre: 'Adresse en échec',
    quoi: 'Un courriel à cette adresse est revenu\u00a0: celui-ci serait retenu. Corrigez l’adresse, ou notifiez par courrier.',
  },
  ECHEANCE_PASSEE: {
    titre: 'Date déjà passée',
    quoi: 'Le courriel annonce un jour qui est passé\u00a0: il serait retenu.',
  },
  SIGNATAIRE_INCOMPLET: {
    titre: 'Signature incomplète',
    quoi: 'Il manque le nom, la qualité, l’adresse ou le téléphone de qui répond\u00a0: le courriel serait retenu.',
  },
  ADRESSE_PARTAGEE: {
    titre: 'Adresse partagée',
    quoi: 'Une autre structure de cette séance a la même adresse\u00a0: vérifiez à qui vous écrivez.',
  },
  CONVENTION_A_FAIRE: {
    titre: 'Convention à faire',
    quoi: 'Le montant dépasse le seuil pour un organisme privé\u00a0: une convention est signée avant tout versement.',
  },
}

export const LIBELLE_REFUS_DESSIN: Record<RefusDessin, string> = {
  PAS_DE_DELIBERATION: 'La délibération n’est pas numérotée\u00a0: les lettres se dessinent ensuite.',
  RIEN_A_NOTIFIER: 'Aucune décision n’est à notifier.',
}

export const LIBELLE_REFUS_PREPARATION: Record<RefusPreparation, string> = {
  PAS_EXECUTOIRE: 'La délibération n’est pas exécutoire\u00a0: rien ne peut encore partir.',
  DEJA_PREPAREE: 'Ces courriels sont déjà relus.',
  RIEN_A_NOTIFIER: 'Aucune décision n’est à notifier.',
}
