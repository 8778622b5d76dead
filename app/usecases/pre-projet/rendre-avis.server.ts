import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { type RefusDepart, verifierDepart } from '#domain/courriel/depart'
import type { Avis } from '#domain/pre-projet/avis'
import { examiner, type EtatPreProjet, type MotifExamen } from '#domain/pre-projet/etat'
import { lireExamen } from '#domain/pre-projet/examen'
import { no, ok, type Result } from '#domain/result'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { courrielDAvis } from '#emails/courriel-de-fiche'
import { demanderPassage, empreinteDuCourriel, promettreCourriel, reprendreCourriels } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { enTetesDeReponse, type MailDuFil } from '#infra/stores/courriel-recu/fil'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { examenEnJson } from '#infra/stores/pre-projet/instruction'
import { loadFicheEcrite } from '#infra/stores/pre-projet/fiche-ecrite'
import { agirSurPreProjet, type Vise } from '#usecases/pre-projet/agir-sur-pre-projet'

type AvisRendu = {
  etat: EtatPreProjet
  avis: Avis
  texte: string
  courriel: CourrielCompose | null
  dernier: MailDuFil | null
}

export type RefusAvis = MotifExamen | RefusDepart | 'COURRIEL_CHANGE' | 'ECHEANCE_PASSEE'

type Input = Vise & {
  avis: Avis
  /** The reply between what is always said, as the officer left it. */
  texte: string
  /** When the mail leaves; absent means now. */
  partirLe?: Date
  /** The fingerprint of the mail the officer was shown; a mail that would differ does not leave. */
  vu?: string
}

/**
 * Answers a fiche: its avis, its state and the mail that says so (M02), an answer to the structure's last mail, whose words are those
 * the officer was shown. An avis whose mail was still waiting is replaced by this one. Without an address nothing leaves, and the
 * officer is told to answer by other means.
 */
export const rendreAvis = (
  deps: Deps,
  agent: Agent,
  { avis, texte, partirLe, vu, ...vise }: Input,
): Promise<Result<AvisRendu, RefusAvis>> =>
  agirSurPreProjet<AvisRendu, RefusAvis>(deps, agent, {
    ...vise,
    acte: 'examinerPreProjet',
    decider: async ({ tx, preProjet, le }) => {
      const examen = examiner(preProjet, { avis, texte })
      if (!examen.ok) return examen
      const depart = partirLe ? verifierDepart(partirLe, le) : ok()
      if (!depart.ok) return depart
      const ecrite = await loadFicheEcrite(tx, preProjet)
      const courriel = courrielDAvis({ ...preProjet, ...ecrite }, examen.value, await loadRedacteur(tx, agent.id))
      if (vu !== undefined && courriel && empreinteDuCourriel(courriel) !== vu) return no('COURRIEL_CHANGE')
      // What its words get wrong, who writes them mends at once.
      if ((await demanderPassage(tx, courriel, { le, partirLe: partirLe ?? null })) === 'ECHEANCE_PASSEE')
        return no('ECHEANCE_PASSEE')
      return ok({ ...examen.value, courriel, dernier: ecrite.dernier })
    },
    change: (value, { le, preProjet }) => {
      const { avis: avant, avisTexte, avisLe, etat, examen } = preProjet
      const cle = cleUnique('avis', `${preProjet.id}/${preProjet.version}`)
      const lu = lireExamen(examen)
      const rendu = {
        cle,
        etat,
        avis: avant,
        avisTexte,
        avisLe: avisLe?.toISOString() ?? null,
        redaction: lu.redaction,
      }
      return {
        ...{ etat: value.etat, avis: value.avis, avisTexte: value.texte, avisLe: le },
        examen: examenEnJson({ ...lu, redaction: null, precedent: partirLe && value.courriel ? rendu : null }),
      }
    },
    detail: (value, { preProjet }) => ({
      avant: preProjet.etat,
      apres: value.etat,
      avis: value.avis,
      texte: value.texte,
      courrielA: value.courriel?.destinataire ?? null,
      partirLe: value.courriel && partirLe ? partirLe.toISOString() : null,
    }),
    ensuite: async ({ courriel, dernier }, { tx, preProjet: { id, version }, le }) => {
      await reprendreCourriels(tx, { preProjetId: id, modele: 'avis_preprojet' })
      await promettreCourriel(tx, agent, {
        cleUnique: cleUnique('avis', `${id}/${version}`),
        mots: courriel,
        sujet: { preProjetId: id },
        faitLe: le,
        creeLe: le,
        partirLe: partirLe ?? null,
        reponse: enTetesDeReponse(dernier),
      })
    },
  })
