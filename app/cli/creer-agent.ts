import { SYSTEME } from '#domain/acces/acteur'
import { type Commande, EXIT, required, stop } from '#cli/commande'
import { ROLES } from '#domain/acces/droits'
import { getEnv } from '#infra/env'
import { creerAgent as creer, type RefusCreation } from '#usecases/acces/creer-agent'

const REFUS: Record<RefusCreation, string> = {
  COURRIEL_INVALIDE: 'Cette adresse de courriel n’en est pas une.',
  NOM_MANQUANT: 'Le nom et le prénom sont obligatoires.',
  COURRIEL_DEJA_PRIS: 'Un compte existe déjà avec cette adresse de courriel.',
}

/** Opens an account and prints the link that activates it, once. */
export const creerAgent: Commande = {
  usage: '--courriel ADRESSE --nom NOM --prenom PRENOM --role LECTEUR|INSTRUCTEUR|RESPONSABLE|ADMIN',
  positionals: { min: 0, max: 0 },
  options: {
    courriel: { type: 'string' },
    nom: { type: 'string' },
    prenom: { type: 'string' },
    role: { type: 'string' },
  },
  run: async ({ deps }, { values }) => {
    const voulu = required(values, 'role').toUpperCase()
    const role = ROLES.find((r) => r === voulu)
    if (!role) return stop(`Ce rôle n’existe pas\u00a0: ${voulu}. Les rôles sont ${ROLES.join(', ')}.`, EXIT.usage)
    const answer = await creer(await deps(), SYSTEME, {
      courriel: required(values, 'courriel'),
      nom: required(values, 'nom'),
      prenom: required(values, 'prenom'),
      role,
    })
    if (!answer.ok) return { ok: false, erreur: REFUS[answer.reason] }
    const { PUBLIC_URL, PORT } = getEnv()
    const lienActivation = `${PUBLIC_URL ?? `http://localhost:${PORT}`}/activation/${answer.value.jeton}`
    return {
      ok: true,
      json: { id: answer.value.id, lienActivation },
      texte: `Compte créé. Lien d’activation, valable sept jours, à donner à la personne\u00a0:\n${lienActivation}`,
    }
  },
}
