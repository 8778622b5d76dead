import { Link } from '@remix-run/react'
import css from '#ui/extranet/demande-en-ligne/ailleurs.module.css'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import commun from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { Coche, Coches } from '#ui/kit/formulaire/coche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  structure: { id: string; nom: string }
  peutRemplir: boolean
  campagnes: readonly { code: string; libelle: string; phrase: string; type: string }[]
  /** Those whose demandes are made on the portal. */
  ailleurs: readonly { code: string; libelle: string; portail: string }[]
  fiches: readonly { id: string; titre: string; code: string }[]
  /** What is chosen already, by the link that led here. */
  choix: { ficheId: string; code: string }
  recue: Reponse | undefined
}

/** Where a demande begins: its domaine, its type among the open campagnes, and the fiche whose answers it takes up. */
export function NouvelleDemande({ structure, peutRemplir, campagnes, ailleurs, fiches, choix, recue }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'commencerDemande', objet: structure.id })
  const reponse = envoi.data ?? recue
  return (
    <>
      <p>
        <Link to={`/extranet/accueil?structure=${structure.id}`}>Retour à la liste</Link>
      </p>
      <h1>Nouvelle demande de subvention</h1>
      <p>{structure.nom}</p>
      <RefusResume
        reponse={reponse}
        questions={[
          ['code', 'Type de demande'],
          ['ficheId', 'Fiche'],
        ]}
      />
      {campagnes.length === 0 || !peutRemplir ? (
        <p>
          {peutRemplir
            ? `Aucune campagne ne prend de demande ${ailleurs.length === 0 ? '' : 'ici '}en ce moment.`
            : 'Votre rôle de lecteur ne permet pas de faire une demande. Demandez-le au représentant légal ou à un rédacteur de la structure.'}
        </p>
      ) : (
        <Formulaire envoi={envoi} className={commun.fiche} noValidate aria-label="Nouvelle demande">
          <input type="hidden" name="structureId" value={structure.id} readOnly />
          <p>Domaine{'\u00a0'}: Coop européenne internationale</p>
          <EtoileDite />
          <Coches id="code" titre="Type de demande *" refus={erreurDe(reponse, 'code')}>
            {campagnes.map(({ code, libelle, type }) => (
              <Coche
                key={code}
                type="radio"
                name="code"
                value={code}
                label={`${type} – ${libelle}`}
                defaultChecked={code === choix.code}
                required
              />
            ))}
          </Coches>
          {fiches.length > 0 && (
            <div className={commun.question}>
              <ChampChoix
                id="ficheId"
                name="ficheId"
                label="Reprendre les réponses d’une fiche à l’avis favorable"
                defaultValue={choix.ficheId}
                error={erreurDe(reponse, 'ficheId') !== undefined}
                helperText={erreurDe(reponse, 'ficheId')}
              >
                <option value="">Aucune</option>
                {fiches.map(({ id, titre, code }) => (
                  <option key={id} value={id}>
                    {titre} ({code})
                  </option>
                ))}
              </ChampChoix>
            </div>
          )}
          <p>Rien n’est déposé avant que vous ne validiez{'\u00a0'}: vous pouvez quitter et reprendre.</p>
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            Commencer
          </button>
        </Formulaire>
      )}
      {ailleurs.map(({ code, libelle, portail }) => (
        <p key={code} className={css.ailleurs}>
          {libelle}
          {'\u00a0'}: les demandes se font sur e-partenaire, et non ici. <a href={portail}>{portail}</a>
        </p>
      ))}
    </>
  )
}
