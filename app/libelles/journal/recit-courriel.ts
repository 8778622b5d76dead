import type { ActeJournal } from '#domain/journal/entree'
import { compter } from '#domain/nombre'
import { LIBELLE_SUITE, PHRASE_DEFAIT } from '#libelles/courriel-recu/courriel-recu'
import { motifRetenu } from '#libelles/courriel/courriel'
import { PHRASE_SUSPENSION } from '#libelles/courriel/echec-envoi'
import { type Detail, motsDe, type Recit, texte, textes } from '#libelles/journal/detail-journal'

const retenue = (detail: Detail, cle: string): string => {
  const motif = texte(detail, cle)
  return motif && motifRetenu(motif)
}

const surCourriel = (detail: Detail): Partial<Recit> => ({
  precisions: [
    `«\u00a0${texte(detail, 'sujet')}\u00a0» à ${texte(detail, 'destinataire')}`,
    texte(detail, 'erreur'),
    texte(detail, 'reponse'),
    texte(detail, 'revenu') && `malgré un courriel revenu de cette adresse\u00a0: ${texte(detail, 'revenu')}`,
    retenue(detail, 'retenue'),
  ],
})

const groupe = (d: Detail): Partial<Recit> => ({
  precisions: [
    ...[texte(d, 'nom'), texte(d, 'domaines')],
    `${compter(Number(texte(d, 'simultanes')), 'courriel')} à la fois`,
    texte(d, 'parHeure') && `${compter(Number(texte(d, 'parHeure')), 'courriel')} par heure`,
    texte(d, 'avant') && `avant\u00a0: ${texte(d, 'avant')}`,
  ],
})

/** What the journal tells of the mails, sent and received. */
export const RECITS_COURRIEL: Partial<Record<ActeJournal, (detail: Detail) => Partial<Recit>>> = {
  reclasserCourriel: (d) => ({
    precisions: [
      `«\u00a0${texte(d, 'sujet')}\u00a0» de ${texte(d, 'de')}`,
      ...[texte(d, 'defait'), ...textes(d, 'defaits')].filter(Boolean).map((code) => motsDe(PHRASE_DEFAIT, code)),
    ],
  }),
  direSuite: (d) => ({
    precisions: [`«\u00a0${texte(d, 'sujet')}\u00a0» de ${texte(d, 'de')}`, motsDe(LIBELLE_SUITE, texte(d, 'suite'))],
  }),
  relireCourriel: (d) => ({ precisions: [`«\u00a0${texte(d, 'sujet')}\u00a0» de ${texte(d, 'de')}`] }),
  envoyerCourriel: surCourriel,
  echouerCourriel: surCourriel,
  constaterRemise: surCourriel,
  constaterRelais: surCourriel,
  constaterNonRemise: surCourriel,
  constaterRetard: surCourriel,
  reglerNonRemise: surCourriel,
  relancerCourriel: surCourriel,
  relancerCourriels: (d) => ({ precisions: [compter(Number(texte(d, 'nombre')), 'courriel')] }),
  tenirPourEnvoye: surCourriel,
  suspendreEnvois: (d) => ({ precisions: [motsDe(PHRASE_SUSPENSION, texte(d, 'cause')), texte(d, 'reponse')] }),
  reprendreEnvois: (d) => ({ precisions: [compter(Number(texte(d, 'courriels')), 'courriel')] }),
  ecrireMessage: surCourriel,
  annulerCourriel: surCourriel,
  avancerCourriel: surCourriel,
  deplacerCourriel: surCourriel,
  retenirCourriel: surCourriel,
  envoyerCourrielRetenu: surCourriel,
  abandonnerCourriel: surCourriel,
  creerGroupeDeServeurs: groupe,
  modifierGroupeDeServeurs: groupe,
  supprimerGroupeDeServeurs: groupe,
  retenirAccuse: (d) => ({ precisions: [retenue(d, 'silence')] }),
}
