import { ROLES, type Role } from '#domain/acces/droits'
import { LIBELLE_ROLE } from '#libelles/acces'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

export const CHAMPS_IDENTITE = ['prenom', 'nom', 'courriel', 'role', 'qualite', 'telephone'] as const
type Champ = (typeof CHAMPS_IDENTITE)[number]

const LIBELLES: Record<Exclude<Champ, 'role'>, string> = {
  prenom: 'Prénom',
  nom: 'Nom',
  courriel: 'Adresse mail',
  qualite: 'Qualité, comme dans la signature',
  telephone: 'Téléphone',
}

type Props = {
  champs: readonly Champ[]
  valeurs: Partial<Record<Champ, string>>
  reponse: Reponse | undefined
}

/** What an account says of somebody, field by field. */
export const CompteChamps = ({ champs, valeurs, reponse }: Props) =>
  champs.map((champ) => {
    const erreur = erreurDe(reponse, champ)
    const commun = {
      id: `compte-${champ}`,
      name: champ,
      defaultValue: valeurs[champ] ?? '',
      error: erreur !== undefined,
      ...(erreur !== undefined && { helperText: erreur }),
    }
    return champ === 'role' ? (
      <ChampChoix key={champ} {...commun} label="Rôle" defaultValue={valeurs.role ?? ('INSTRUCTEUR' satisfies Role)}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {LIBELLE_ROLE[role]}
          </option>
        ))}
      </ChampChoix>
    ) : (
      <ChampTexte
        key={champ}
        {...commun}
        label={LIBELLES[champ]}
        type={champ === 'courriel' ? 'email' : 'text'}
        autoComplete="off"
      />
    )
  })
