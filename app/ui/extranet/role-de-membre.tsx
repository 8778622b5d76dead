import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'
import commun from '#ui/extranet/extranet.module.css'
import css from '#ui/extranet/membres-extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  membre: { id: string; version: number; prenom: string; nom: string; role: RoleMembre }
  structureId: string
  roles: readonly RoleMembre[]
}

/** Gives another role to a member, one of those that may be given. */
export function RoleDeMembre({ membre: { id, version, prenom, nom, role }, structureId, roles }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'roleDeMembre', objet: `${structureId} ${id}` })
  return (
    <details className={css.suite}>
      <summary>
        Changer le rôle<span className={commun.lu}> de {`${prenom} ${nom}`}</span>…
      </summary>
      <Formulaire envoi={envoi} aria-label={`Rôle de ${prenom} ${nom}`}>
        <RefusResume reponse={envoi.data} questions={[]} />
        <input type="hidden" name="intent" value="changerRole" />
        <input type="hidden" name="membreId" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className={commun.choix}>
          <ChampChoix key={role} id={`role-${id}`} name="role" label="Rôle" defaultValue={role}>
            {roles.map((un) => (
              <option key={un} value={un}>
                {LIBELLE_ROLE_MEMBRE[un]}
              </option>
            ))}
          </ChampChoix>
          <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={envoi.state !== 'idle'}>
            Changer le rôle
          </button>
        </div>
      </Formulaire>
    </details>
  )
}
