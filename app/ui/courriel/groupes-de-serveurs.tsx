import { Button } from '@mui/material'
import { compter } from '#domain/nombre'
import { allureDite } from '#libelles/courriel/groupe-de-serveurs'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { ReglageSupprime, ReglageVise } from '#ui/kit/formulaire/reglage-supprime'
import css from '#ui/kit/formulaire/reglages.module.css'

type Groupe = {
  id: string
  nom: string
  version: number
  simultanes: number
  parHeure: number | null
  domaines: readonly string[]
  enAttente: number
}

const CHAMPS = ['nom', 'domaines', 'simultanes', 'parHeure'] as const

/** The name, the domains and the pace of a group of receiving servers, a new one where `groupe` is absent. */
export function GroupeForm({ groupe, reponse: sansScript }: { groupe?: Groupe; reponse: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'groupeDeServeurs', objet: groupe?.id ?? 'nouveau' })
  const reponse = envoi.data ?? sansScript
  const refus = (champ: (typeof CHAMPS)[number], aide?: string) => {
    const erreur = erreurDe(reponse, champ)
    return { error: Boolean(erreur), helperText: erreur ?? aide }
  }
  const nom = groupe ? `Modifier ${groupe.nom}` : 'Ajouter un groupe'
  return (
    <Formulaire envoi={envoi} ref={useFoyerDuRefus(reponse)} noValidate aria-label={nom} className={css.formulaire}>
      <FormErreur reponse={reponse} champs={[...CHAMPS]} />
      <input type="hidden" name="intent" value={groupe ? 'modifier' : 'creer'} />
      {groupe && <ReglageVise {...groupe} />}
      <ChampTexte name="nom" label="Nom" defaultValue={groupe?.nom} {...refus('nom')} />
      <ChampTexte
        name="domaines"
        label="Domaines"
        multiline
        minRows={2}
        maxRows={12}
        defaultValue={groupe?.domaines.join('\n')}
        {...refus('domaines', 'Un par ligne\u00a0: ce qui suit l’arobase des adresses, comme orange.fr.')}
      />
      <ChampTexte
        name="simultanes"
        label="Courriels à la fois"
        defaultValue={groupe?.simultanes}
        html={{ inputMode: 'numeric' }}
        {...refus('simultanes')}
      />
      <ChampTexte
        name="parHeure"
        label="Courriels par heure (facultatif)"
        defaultValue={groupe?.parHeure ?? ''}
        html={{ inputMode: 'numeric' }}
        {...refus('parHeure', 'Vide\u00a0: sans limite.')}
      />
      <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
        {groupe ? 'Enregistrer' : 'Ajouter ce groupe'}
      </Button>
    </Formulaire>
  )
}

/** The groups, each with its domains and its pace, which are changed or taken away there. */
export const GroupesDeServeurs = ({ groupes }: { groupes: readonly Groupe[] }) => (
  <ul className={css.liste}>
    {groupes.map((groupe) => (
      <li key={groupe.id}>
        <details>
          <summary>
            <strong>{groupe.nom}</strong> · {allureDite(groupe)} ·{' '}
            {groupe.enAttente === 0
              ? 'personne n’attend son tour'
              : `${compter(groupe.enAttente, 'courriel')} en attente de leur tour`}
          </summary>
          <GroupeForm key={groupe.version} groupe={groupe} reponse={undefined} />
          <Supprimer {...groupe} />
        </details>
      </li>
    ))}
  </ul>
)

function Supprimer(reglage: Groupe) {
  const envoi = useEnvoi<Reponse>({ nom: 'groupeDeServeurs', objet: `${reglage.id} suppression` })
  return <ReglageSupprime {...reglage} envoi={envoi} quoi="groupe" />
}
