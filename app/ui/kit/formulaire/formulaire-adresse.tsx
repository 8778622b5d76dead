import { Form } from '@remix-run/react'
import type { FormHTMLAttributes } from 'react'

type Props = Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'encType'>

/** A form that asks and changes nothing: what is typed in it goes to the address of the page, which keeps it. */
export const FormulaireAdresse = (props: Props) => <Form method="get" preventScrollReset {...props} />
