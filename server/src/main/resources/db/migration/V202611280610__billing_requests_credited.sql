-- What a request is for becomes less when its bill is credited before it is handed on; nothing else that was asked for changes.
grant update (amount, taxes) on billing.invoice_requests to hotline_app;
