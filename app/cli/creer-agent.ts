import { SYSTEME } from '#domain/acces/acteur'
import { type Commande, EXIT, required, stop } from '#cli/commande'
import { type Role, ROLES } from '#domain/acces/droits'
import { adresseDuLien } from '#infra/jeton'
import { LIBELLE_REFUS_CREATION } from '#libelles/acces'
import { creerAgent as creer } from '#usecases/acces/creer-agent'

/** The role of this name; stops with what the roles are. */
export function roleDe(texte: string): Role {
  const voulu = texte.toUpperCase()
  return (
    ROLES.find((role) => role === voulu) ??
    stop(`Ce rôle n’existe pas\u00a0: ${voulu}. Les rôles sont ${ROLES.join(', ')}.`, EXIT.usage)
  )
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
    const role = roleDe(required(values, 'role'))
    const answer = await creer(await deps(), SYSTEME, {
      courriel: required(values, 'courriel'),
      nom: required(values, 'nom'),
      prenom: required(values, 'prenom'),
      role,
    })
    if (!answer.ok) return { ok: false, erreur: LIBELLE_REFUS_CREATION[answer.reason] }
    const lienActivation = adresseDuLien(answer.value.jeton)
    return {
      ok: true,
      json: { id: answer.value.id, lienActivation },
      texte: `Compte créé. Lien d’activation, valable sept jours, à donner à la personne\u00a0:\n${lienActivation}`,
    }
  },
}
