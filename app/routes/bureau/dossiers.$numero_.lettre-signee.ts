import { z } from 'zod'
import { OCTETS_DE_LETTRE } from '#domain/dossier/lettre-signee'
import { LIBELLE_REFUS_LETTRE } from '#libelles/dossier/lettre'
import { LIBELLE_REFUS_LETTRE_SIGNEE, PHRASE_REFUS_ENVOI_DE_LETTRE } from '#libelles/dossier/lettre-signee'
import { deposerLettreSignee } from '#usecases/dossier/deposer-lettre-signee'
import { agentEnvoi, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const LIMITES = { lettre: { octets: OCTETS_DE_LETTRE, fichiers: 1 } }

const Version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const PHRASES: Readonly<Record<string, string>> = { ...LIBELLE_REFUS_LETTRE, ...LIBELLE_REFUS_LETTRE_SIGNEE }

/** Takes the letter of a decision as it was signed: it takes the place of the drawn one. */
export const action = agentEnvoi(
  { droit: 'courriel.ecrire', params: { dossier: dossierDuNumero }, limites: LIMITES },
  async ({ agent, deps, params: { dossier }, recus, refuser }) => {
    if (!recus.ok) return refuser(PHRASE_REFUS_ENVOI_DE_LETTRE[recus.reason])
    const { fichiers, textes } = recus.value
    const [fichier] = fichiers
    if (!fichier) return refuser('Choisissez le PDF de la lettre signée.')
    const version = Version.safeParse(textes['version'])
    if (!version.success) {
      await deps.storage.remove(fichier.cle)
      return refuser('La page n’est plus à jour\u00a0: rechargez-la, puis déposez de nouveau la lettre.')
    }
    const vise = { dossierId: dossier.id, version: version.data }
    const answer = await deposerLettreSignee(deps, agent, { ...vise, nomFichier: fichier.nom, recue: fichier.cle })
    if (!answer.ok) return refuser(PHRASES[answer.reason] ?? answer.detail ?? answer.reason)
    return redirectWithToast(`${dossier.adresse}/decision`, {
      texte: answer.value.remplacee ? 'Lettre signée remplacée.' : 'Lettre signée déposée.',
      genre: 'success',
    })
  },
)

export { agentRemonte as loader }
