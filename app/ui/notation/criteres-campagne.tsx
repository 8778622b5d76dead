import { Box, Typography } from '@mui/material'
import { AIDE_CRITERE_MAX, type CritereDeNotation, LIBELLE_CRITERE_MAX } from '#domain/notation/critere'
import { compter } from '#domain/nombre'
import { SCORE_AIDE } from '#libelles/notation/notation'
import { actesDePlace, AjoutRegle, ElementRegle, ListeReglee } from '#ui/campagne/liste-reglee'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'

type Regle = CritereDeNotation & { version: number }

/** The grille de notation of a campagne in its order: one critère more, and what each may become. */
export function CriteresCampagne({ criteres }: { criteres: readonly Regle[] }) {
  const offerts = criteres.filter(({ archive }) => !archive)
  const total = offerts.reduce((lu, { maximum }) => lu + maximum, 0)
  return (
    <Box sx={{ maxWidth: 880 }}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        Chaque lecteur donne des points entiers et une justification sur chaque critère. Un critère reformulé vaut pour
        les lectures à venir{'\u00a0'}: les notes déjà données gardent les mots sur lesquels elles l’ont été.{' '}
        {SCORE_AIDE}
      </Typography>
      <p>
        {offerts.length === 0
          ? 'La grille n’a pas encore de critère.'
          : `${compter(offerts.length, 'critère')}, ${compter(total, 'point')} au total.`}
      </p>
      <Ajouter key={criteres.length} />
      <ListeReglee nom="Critères de notation">
        {criteres.map((un, rang) => (
          <Un key={un.id} un={un} premier={rang === 0} dernier={rang === criteres.length - 1} />
        ))}
      </ListeReglee>
    </Box>
  )
}

const CHAMPS = ['libelle', 'aide', 'maximum']

type Saisie = { id: string; libelle: string; aide: string; maximum: string; reponse: Reponse | undefined }

function Champs({ id, libelle, aide, maximum, reponse }: Saisie) {
  const champ = (nom: string) => ({
    ...{ id: `${id}-${nom}`, name: nom },
    ...{ error: erreurDe(reponse, nom) !== undefined, helperText: erreurDe(reponse, nom) },
  })
  return (
    <>
      <ChampTexte
        label="Critère"
        defaultValue={libelle}
        html={{ maxLength: LIBELLE_CRITERE_MAX }}
        sx={{ flex: '0 1 260px', width: 'auto' }}
        {...champ('libelle')}
      />
      <ChampTexte
        label="Ce que valent 0 et le maximum"
        defaultValue={aide}
        multiline
        minRows={2}
        maxRows={8}
        html={{ maxLength: AIDE_CRITERE_MAX }}
        sx={{ flex: '1 1 260px', width: 'auto' }}
        {...champ('aide')}
      />
      <ChampTexte
        label="Points au maximum"
        defaultValue={maximum}
        html={{ inputMode: 'numeric' }}
        sx={{ flex: '0 1 160px', width: 'auto' }}
        {...champ('maximum')}
      />
    </>
  )
}

function Ajouter() {
  const envoi = useEnvoi<Reponse>({ nom: 'critereAjoute', objet: 'nouveau' })
  return (
    <AjoutRegle envoi={envoi} nom="Ajouter un critère" champs={CHAMPS}>
      <Champs id="nouveau" libelle="" aide="" maximum="" reponse={envoi.data} />
    </AjoutRegle>
  )
}

function Un({ un, premier, dernier }: { un: Regle; premier: boolean; dernier: boolean }) {
  const { id, libelle, aide, maximum, archive, version } = un
  const envoi = useEnvoi<Reponse>({ nom: 'critere', objet: id })
  const place = useEnvoi<Reponse>({ nom: 'criterePlace', objet: id })
  return (
    <ElementRegle
      nom={libelle}
      vise={
        <>
          <input type="hidden" name="critereId" value={id} />
          <input type="hidden" name="version" value={version} />
        </>
      }
      tete={
        <Box sx={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
          <strong>{libelle}</strong>, sur {maximum}
          {archive && ', archivé'}
          <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', color: 'text.secondary' }}>
            {aide}
          </Box>
        </Box>
      }
      place={{ envoi: place, nom: `Place de ${libelle}`, actes: actesDePlace({ premier, dernier, archive }) }}
      changement={{
        ...{ envoi, nom: `Reformuler ${libelle}`, resume: 'Reformuler', champs: CHAMPS },
        children: (
          <Champs key={version} id={id} libelle={libelle} aide={aide} maximum={String(maximum)} reponse={envoi.data} />
        ),
      }}
    />
  )
}
