import { SYSTEME } from '#domain/acces/acteur'
import type { RefusCompte } from '#domain/acces/compte'
import type { Result } from '#domain/result'
import { type Commande, EXIT, required, type Reponse, stop } from '#cli/commande'
import { roleDe } from '#cli/creer-agent'
import { LIBELLE_REFUS_COMPTE } from '#libelles/acces'
import { adresseDuLien } from '#infra/jeton'
import type { DepsFichiers } from '#infra/deps'
import { donnerLien } from '#usecases/acces/donner-lien'
import { fermerAgent, rouvrirAgent } from '#usecases/acces/fermer-agent'
import { modifierAgent as modifier } from '#usecases/acces/modifier-agent'

/** The account of this address as it is now: whoever types the command acts on what is there. */
async function compteDe({ db }: DepsFichiers, adresse: string) {
  const compte = await db.agent.findUnique({ where: { courriel: adresse.toLowerCase() } })
  return compte ?? stop(`Aucun compte n’a cette adresse\u00a0: ${adresse}.`)
}

const dire = (answer: Result<unknown, RefusCompte>, json: object, texte: string): Reponse =>
  answer.ok ? { ok: true, json, texte } : { ok: false, erreur: LIBELLE_REFUS_COMPTE[answer.reason] }

/** Changes an account, closes it or opens it again. */
export const modifierAgent: Commande = {
  usage:
    '--courriel ADRESSE [--nom NOM] [--prenom PRENOM] [--qualite TEXTE] [--telephone NUMERO] [--role ROLE] [--fermer | --rouvrir]',
  positionals: { min: 0, max: 0 },
  options: {
    courriel: { type: 'string' },
    nom: { type: 'string' },
    prenom: { type: 'string' },
    qualite: { type: 'string' },
    telephone: { type: 'string' },
    role: { type: 'string' },
    fermer: { type: 'boolean' },
    rouvrir: { type: 'boolean' },
  },
  run: async ({ deps: deps_ }, { values, flags }) => {
    if (flags.has('fermer') && flags.has('rouvrir')) stop('Choisissez --fermer ou --rouvrir.', EXIT.usage)
    const deps = await deps_()
    const { id, version, nom, prenom, qualite, telephone, role, courriel } = await compteDe(
      deps,
      required(values, 'courriel'),
    )
    const vise = { agentId: id, version }
    if (flags.has('fermer'))
      return dire(await fermerAgent(deps, SYSTEME, vise), { id, actif: false }, `Le compte de ${courriel} est fermé.`)
    if (flags.has('rouvrir'))
      return dire(await rouvrirAgent(deps, SYSTEME, vise), { id, actif: true }, `Le compte de ${courriel} est rouvert.`)
    const saisie = {
      nom: values['nom'] ?? nom,
      prenom: values['prenom'] ?? prenom,
      qualite: values['qualite'] ?? qualite,
      telephone: values['telephone'] ?? telephone,
      role: values['role'] ? roleDe(values['role']) : role,
    }
    const answer = await modifier(deps, SYSTEME, { ...vise, saisie })
    return dire(answer, { id, ...saisie }, `Le compte de ${courriel} est modifié.`)
  },
}

/** Prints a link by which somebody chooses a password, once. */
export const lienAgent: Commande = {
  usage: '--courriel ADRESSE',
  positionals: { min: 0, max: 0 },
  options: { courriel: { type: 'string' } },
  run: async ({ deps: deps_ }, { values }) => {
    const deps = await deps_()
    const { id, version } = await compteDe(deps, required(values, 'courriel'))
    const answer = await donnerLien(deps, SYSTEME, { agentId: id, version })
    if (!answer.ok) return dire(answer, {}, '')
    const lien = adresseDuLien(answer.value.jeton)
    return dire(
      answer,
      { id, lien },
      `Lien pour choisir un mot de passe, valable sept jours, à donner à la personne\u00a0:\n${lien}`,
    )
  },
}
