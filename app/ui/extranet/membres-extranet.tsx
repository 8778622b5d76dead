import { Link } from '@remix-run/react'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { type FaitMembres, PHRASE_FAIT_MEMBRES } from '#libelles/demandeur/membres'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'
import { formatInstant } from '#libelles/temps'
import { AccepterAdhesion, type Adhesion, RefuserAdhesion } from '#ui/extranet/adhesion-reponse'
import commun from '#ui/extranet/extranet.module.css'
import css from '#ui/extranet/membres-extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { RoleDeMembre } from '#ui/extranet/role-de-membre'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Membre = {
  id: string
  prenom: string
  nom: string
  role: RoleMembre
  fonction: string
  depuisLe: Date
  version: number
  moi: boolean
}

type Props = {
  structure: { id: string; nom: string }
  gere: boolean
  membres: readonly Membre[]
  demandes: readonly (Adhesion & { courriel: string; fonction: string; confirmeeLe: Date | null })[]
  rolesOfferts: readonly RoleMembre[]
  fait: FaitMembres | null
  recue: Reponse | undefined
}

/** Who is in a structure; and for who may sign for it, who asks to join it. */
export function MembresExtranet({ structure, gere, membres, demandes, rolesOfferts, fait, recue }: Props) {
  return (
    <>
      <h1>Membres de {structure.nom}</h1>
      <p>
        <Link to={`/extranet/accueil?structure=${structure.id}`}>Revenir aux demandes de subvention</Link>
      </p>
      {fait && (
        <p role="status" className={fait === 'deja' ? commun.refus : commun.fait}>
          {PHRASE_FAIT_MEMBRES[fait]}
        </p>
      )}
      <RefusResume reponse={recue} questions={[]} />
      {gere && (
        <>
          <h2>Demandes pour rejoindre votre structure</h2>
          {demandes.length === 0 ? (
            <p>Personne n’attend de réponse.</p>
          ) : (
            <>
              <p>
                N’acceptez que quelqu’un que vous connaissez{'\u00a0'}: la personne lira les demandes de votre
                structure. Votre réponse part aussitôt par courriel. La mission peut aussi répondre{'\u00a0'}: la
                première réponse compte.
              </p>
              <ul className={css.liste} aria-label="Demandes pour rejoindre votre structure">
                {demandes.map((une) => (
                  <li key={une.id}>
                    <h3>
                      {une.prenom} {une.nom}
                    </h3>
                    <p>
                      {une.fonction}, {une.courriel}. Demande le rôle{'\u00a0'}:{' '}
                      {LIBELLE_ROLE_MEMBRE[une.role].toLowerCase()}
                      {une.confirmeeLe && `, le ${formatInstant(une.confirmeeLe)}`}.
                    </p>
                    <AccepterAdhesion adhesion={une} roles={rolesOfferts} />
                    <RefuserAdhesion adhesion={une} recue={recue} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>Membres</h2>
        </>
      )}
      <ul className={css.liste} aria-label="Membres">
        {membres.map((membre) => (
          <li key={membre.id}>
            <strong>
              {membre.prenom} {membre.nom}
            </strong>
            {membre.moi && ' (vous)'}
            {'\u00a0'}: {LIBELLE_ROLE_MEMBRE[membre.role].toLowerCase()}
            {membre.fonction && `, ${membre.fonction}`}
            {gere && membre.role !== 'REPRESENTANT_LEGAL' && (
              <RoleDeMembre membre={membre} structureId={structure.id} roles={rolesOfferts} />
            )}
            {gere && <Retirer membre={membre} structure={structure} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Takes somebody out of the structure, once what it does was read. */
function Retirer({
  membre: { id, version, prenom, nom, moi },
  structure,
}: { membre: Membre } & Pick<Props, 'structure'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'membreARetirer', objet: `${structure.id} ${id}` })
  return (
    <details className={css.suite}>
      <summary>
        Retirer<span className={commun.lu}> {moi ? 'votre accès' : `${prenom} ${nom}`}</span>…
      </summary>
      <Formulaire envoi={envoi} aria-label={`Retirer ${prenom} ${nom}`}>
        <RefusResume reponse={envoi.data} questions={[]} />
        <input type="hidden" name="intent" value="retirer" />
        <input type="hidden" name="membreId" value={id} />
        <input type="hidden" name="version" value={version} />
        <p>
          {moi ? 'Vous ne verrez plus les demandes de' : 'Cette personne ne verra plus les demandes de'} {structure.nom}
          . Son compte et ses autres structures ne changent pas. Pour revenir, il faut demander de nouveau à rejoindre
          la structure.
        </p>
        <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={envoi.state !== 'idle'}>
          {moi ? 'Me retirer de la structure' : 'Retirer de la structure'}
        </button>
      </Formulaire>
    </details>
  )
}
