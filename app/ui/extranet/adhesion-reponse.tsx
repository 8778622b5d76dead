import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { LONGUEUR_MAX_MOTIF } from '#domain/ouverture-de-compte/reponse'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'
import commun from '#ui/extranet/extranet.module.css'
import css from '#ui/extranet/membres-extranet.module.css'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type Adhesion = { id: string; version: number; prenom: string; nom: string; role: RoleMembre }

/** Lets somebody join the structure, with one of the roles that may be given. */
export function AccepterAdhesion({ adhesion, roles }: { adhesion: Adhesion; roles: readonly RoleMembre[] }) {
  const { id, version, prenom, nom, role } = adhesion
  const envoi = useEnvoi<Reponse>({ nom: 'adhesionAcceptee', objet: id })
  return (
    <Formulaire envoi={envoi} aria-label={`Accepter ${prenom} ${nom}`}>
      <RefusResume reponse={envoi.data} questions={[]} />
      <input type="hidden" name="intent" value="accepter" />
      <input type="hidden" name="ouvertureId" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className={commun.choix}>
        <ChampChoix
          id={`role-${id}`}
          name="role"
          label="Rôle donné"
          defaultValue={roles.includes(role) ? role : (roles[0] ?? '')}
        >
          {roles.map((un) => (
            <option key={un} value={un}>
              {LIBELLE_ROLE_MEMBRE[un]}
            </option>
          ))}
        </ChampChoix>
        <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
          Accepter<span className={commun.lu}> {`${prenom} ${nom}`}</span>
        </button>
      </div>
    </Formulaire>
  )
}

/** Does not, and says why to the person. */
export function RefuserAdhesion({ adhesion, recue }: { adhesion: Adhesion; recue: Reponse | undefined }) {
  const { id, version, prenom, nom } = adhesion
  const envoi = useEnvoi<Reponse>({ nom: 'adhesionRefusee', objet: id })
  const sienne = avantDe(recue, 'ouvertureId') === id && avantDe(recue, 'intent') === 'refuser' ? recue : undefined
  const reponse = envoi.data ?? sienne
  const refus = erreurDe(reponse, 'motif')
  return (
    <details className={css.suite} open={refus !== undefined || undefined}>
      <summary>
        Refuser<span className={commun.lu}> {`${prenom} ${nom}`}</span>…
      </summary>
      <Formulaire envoi={envoi} noValidate aria-label={`Refuser ${prenom} ${nom}`}>
        <RefusResume reponse={envoi.data} questions={[]} />
        <input type="hidden" name="intent" value="refuser" />
        <input type="hidden" name="ouvertureId" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className={commun.question}>
          <ChampTexte
            id={`motif-${id}`}
            name="motif"
            label="Motif, tel que la personne le lira"
            defaultValue={avantDe(sienne, 'motif')}
            multiline
            minRows={3}
            maxRows={10}
            error={refus !== undefined}
            helperText={refus}
            html={{ maxLength: LONGUEUR_MAX_MOTIF }}
          />
        </div>
        <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={envoi.state !== 'idle'}>
          Refuser la demande
        </button>
      </Formulaire>
    </details>
  )
}
